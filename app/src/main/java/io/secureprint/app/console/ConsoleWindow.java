// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Paragraph;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Theme;
import io.secureprint.app.pin.GuardPane;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The shopkeeper's window. Closing it closes the shop, so it asks first while there are customers, or
/// something is typed that is not saved.
public final class ConsoleWindow {
  private static final Duration TICK = Duration.seconds(5);

  private final Stage stage = new Stage();
  private final Scene scene = new Scene(new Group(), 1366, 768);
  private final Timeline ticking;
  private final ConsoleView.Models models;
  private final ConsoleView.Setting setting;
  private final Theme theme;
  private @Nullable ConsoleView view;
  private @Nullable GuardPane guard;

  /// @param onClosed called once the person has closed the window
  public ConsoleWindow(
      ConsoleView.Models models, ConsoleView.Setting setting, Theme theme, Runnable onClosed) {
    this.models = models;
    this.setting = setting;
    this.theme = theme;
    this.ticking = new Timeline(new KeyFrame(TICK, _ -> tick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    stage.setScene(scene);
    stage.setMinWidth(1024);
    stage.setMinHeight(640);
    stage.setOnCloseRequest(this::onCloseRequest);
    stage.setOnHidden(_ -> onClosed.run());
    theme.dress(scene);
  }

  public void open() {
    models.console().language().subscribe(_ -> draw());
    ticking.play();
    stage.show();
  }

  /// Brings the window before all others.
  public void raise() {
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
  }

  /// Nothing can be done here until the shop has opened again.
  public void pause() {
    scene.getRoot().setDisable(true);
    scene.setCursor(Cursor.WAIT);
  }

  /// Closes it without asking and without telling.
  public void close() {
    ticking.stop();
    stage.setOnHidden(null);
    stage.close();
  }

  private void tick() {
    models.sessions().onTick();
    models.today().onTick();
  }

  private void draw() {
    if (view != null) {
      view.close();
    }
    if (guard != null) {
      guard.close();
    }
    ConsoleView next = new ConsoleView(models, setting);
    view = next;
    GuardPane guarded =
        new GuardPane(
            next.root(),
            models.guard(),
            messages(),
            setting.shop(),
            next.wanting(),
            next::focus);
    guard = guarded;
    scene.setRoot(guarded);
    stage.setTitle(messages().text(Phrase.CONSOLE_WINDOW_TITLE, setting.shop()));
    guarded.focus();
  }

  private void onCloseRequest(WindowEvent event) {
    String why = whyToStay();
    if (!why.isEmpty()) {
      event.consume();
      askWhetherToClose(why);
    }
  }

  /// What would be lost; empty when nothing would.
  private String whyToStay() {
    Messages messages = messages();
    List<String> reasons = new ArrayList<>();
    if (models.sessions().live() > 0) {
      reasons.add(messages.text(Phrase.CLOSE_SHOP_WORDS, models.sessions().live()));
    }
    if (models.workflows().hasUnsaved()) {
      reasons.add(messages.text(Phrase.CLOSE_SHOP_WORKFLOW));
    }
    if (models.automations().hasUnsaved()) {
      reasons.add(messages.text(Phrase.CLOSE_SHOP_AUTOMATION));
    }
    if (models.board().hasUnsaved()) {
      reasons.add(messages.text(Phrase.CLOSE_SHOP_PLAN));
    }
    return String.join("\n", reasons);
  }

  private void askWhetherToClose(String why) {
    Messages messages = messages();
    ButtonType close =
        new ButtonType(messages.text(Phrase.CLOSE_SHOP_YES), ButtonBar.ButtonData.OTHER);
    ButtonType stay =
        new ButtonType(messages.text(Phrase.CLOSE_SHOP_NO), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert question = new Alert(Alert.AlertType.CONFIRMATION, "", close, stay);
    question.initOwner(stage);
    question.setTitle(messages.text(Phrase.CLOSE_SHOP));
    question.setHeaderText(messages.text(Phrase.CLOSE_SHOP));
    question.getDialogPane().setContent(new Paragraph(why));
    theme.dress(question.getDialogPane().getScene());
    question.resultProperty().subscribe(answer -> {
      if (close.equals(answer)) {
        stage.close();
      }
    });
    question.show();
  }

  private Messages messages() {
    return Messages.in(models.console().language().get());
  }
}
