// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The assistant in one language: the steps at the left, the present page, Back and Next below. Enter
/// goes on, Alt+Left goes back.
public final class SetupView {
  private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");

  private final SetupViewModel model;
  private final Messages messages;
  private final BorderPane root = new BorderPane();
  private final VBox steps = stack("setup-steps");
  private final ScrollPane page = new ScrollPane();
  private final VBox trouble = stack("note-danger");
  private final Button back;
  private final Button next;
  private final Subscription following;
  private @Nullable SetupPage shown;

  public SetupView(SetupViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.back = button("setup-back", Phrase.SETUP_BACK, model::onBack);
    this.next = button("setup-next", Phrase.SETUP_NEXT, model::onNext);
    next.setDefaultButton(true);
    page.setFitToWidth(true);
    page.getStyleClass().add("settings-scroll");
    root.setId("setup");
    root.getStyleClass().addAll("console", "setup");
    root.setTop(top());
    root.setLeft(steps);
    root.setCenter(page);
    root.setBottom(foot());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    following =
        Subscription.combine(
            model.step().subscribe(this::show),
            model.busy().subscribe(next::setDisable),
            model.trouble().subscribe(this::say));
  }

  public Parent root() {
    return root;
  }

  public void focus() {
    if (shown != null) {
      shown.focus();
    }
  }

  /// Lets go of the view model, which outlives this view.
  public void close() {
    following.unsubscribe();
    closePage();
  }

  private Node top() {
    Button language =
        button("language", messages.language().other().ownName(), model::onOtherLanguage);
    language.getStyleClass().add("flat");
    language.setGraphic(icon(Feather.GLOBE));
    language.setFocusTraversable(false);
    return row("top-bar", label("SecurePrint", "screen-title"), gap(), language);
  }

  private Node foot() {
    HBox buttons = row("setup-buttons", back, gap(), next);
    VBox foot = stack("setup-foot", trouble, buttons);
    foot.visibleProperty().bind(next.visibleProperty().or(trouble.visibleProperty()));
    foot.managedProperty().bind(foot.visibleProperty());
    return foot;
  }

  private void show(Step step) {
    drawSteps(step);
    closePage();
    SetupPage fresh = SetupPage.of(step, model, messages);
    shown = fresh;
    VBox column =
        stack(
            "setup-page",
            paragraph(messages.text(step.title()), "setup-title"),
            paragraph(messages.text(step.hint()), "setup-hint"),
            fresh.root());
    page.setContent(column);
    page.setVvalue(0);
    Shapes.show(back, step != Step.WELCOME);
    Shapes.show(next, step != Step.WELCOME);
    next.setText(messages.text(step == Step.DONE ? Phrase.SETUP_OPEN : Phrase.SETUP_NEXT));
    fresh.focus();
    if (step == Step.DONE) {
      next.requestFocus();
    }
  }

  private void drawSteps(Step now) {
    steps.getChildren().clear();
    Shapes.show(steps, now != Step.WELCOME);
    for (Step step : Step.values()) {
      if (step != Step.WELCOME) {
        boolean done = step.compareTo(now) < 0;
        HBox line =
            row(
                "setup-step",
                icon(done ? Feather.CHECK_CIRCLE : Feather.CIRCLE),
                label(messages.text(step.title())));
        line.pseudoClassStateChanged(PRESENT, step == now);
        steps.getChildren().add(line);
      }
    }
  }

  private void closePage() {
    if (shown != null) {
      shown.close();
      shown = null;
    }
  }

  private void say(String code) {
    Shapes.show(trouble, !code.isEmpty());
    if (!code.isEmpty()) {
      Messages.CodeWords words = messages.code(code);
      trouble
          .getChildren()
          .setAll(
              paragraph(words.what() + " " + words.next()),
              label(messages.text(Phrase.CODE, code), "muted", "small"));
    }
  }

  private void onKey(KeyEvent event) {
    boolean wantsBack = event.isAltDown() && event.getCode() == KeyCode.LEFT;
    boolean wantsLanguage = event.isShortcutDown() && event.getCode() == KeyCode.L;
    // A list keeps Enter for itself.
    boolean hasChosen = event.getTarget() instanceof ListView && event.getCode() == KeyCode.ENTER;
    if (wantsBack) {
      model.onBack();
      event.consume();
    } else if (hasChosen) {
      model.onNext();
      event.consume();
    } else if (wantsLanguage) {
      model.onOtherLanguage();
      event.consume();
    }
  }

  private Button button(String id, Phrase phrase, Runnable action) {
    return button(id, messages.text(phrase), action);
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
