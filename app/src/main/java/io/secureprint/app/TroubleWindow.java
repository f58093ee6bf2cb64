// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.FxThread;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Theme;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A shop that does not open: why, and what a person wants to do about it.
final class TroubleWindow {
  /// What to do.
  enum Choice {
    AGAIN, FORMER_SETTINGS, CLOSE
  }

  private TroubleWindow() {}

  /// Blocks until a person has decided; not for the thread that draws.
  ///
  /// @param former whether there are settings with which the shop did open
  static Choice ask(Trouble trouble, boolean former) {
    CompletableFuture<Choice> choice = new CompletableFuture<>();
    FxThread.run(() -> open(trouble, former, choice));
    return choice.join();
  }

  private static void open(Trouble trouble, boolean former, CompletableFuture<Choice> choice) {
    Messages messages = Messages.in(Language.of(Locale.getDefault()));
    Stage stage = new Stage();
    Scene scene =
        new Scene(
            content(trouble, former, messages, made -> {
              choice.complete(made);
              stage.close();
            }));
    new Theme(Platform.getPreferences().colorSchemeProperty()).dress(scene);
    stage.setScene(scene);
    stage.setTitle("SecurePrint");
    stage.setAlwaysOnTop(true);
    stage.setOnHidden(_ -> choice.complete(Choice.CLOSE));
    stage.show();
  }

  static Parent content(
      Trouble trouble, boolean former, Messages messages, Consumer<Choice> decided) {
    Messages.CodeWords words = messages.code(trouble.code());
    HBox buttons = row("trouble-buttons");
    if (former) {
      buttons.getChildren().add(
          button("former", messages.text(Phrase.TROUBLE_FORMER), () -> decided.accept(Choice.FORMER_SETTINGS)));
    }
    Button again =
        button("again", messages.text(Phrase.TROUBLE_AGAIN), () -> decided.accept(Choice.AGAIN));
    again.setDefaultButton(true);
    Button close =
        button("close", messages.text(Phrase.TROUBLE_CLOSE), () -> decided.accept(Choice.CLOSE));
    close.setCancelButton(true);
    buttons.getChildren().addAll(again, close);
    return stack(
        "trouble",
        icon(Feather.ALERT_TRIANGLE, "trouble-icon"),
        paragraph(words.what(), "trouble-title"),
        paragraph(words.next()),
        paragraph(trouble.detail(), "muted", "small"),
        label(messages.text(Phrase.CODE, trouble.code()), "muted", "small"),
        buttons);
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId("trouble-" + id);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
