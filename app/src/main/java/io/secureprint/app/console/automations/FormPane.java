// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.Definition.Mode;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The automation as a form: when, if, then. Ctrl+S saves it.
final class FormPane extends BorderPane {
  private static final double MARGIN = 180;

  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final Bound bound = new Bound();
  private final TextField name = new TextField();
  private final ScrollPane scroll = new ScrollPane();
  private final StartBlock start;
  private final ConditionBlock condition;
  private final ActionsBlock actions;

  FormPane(AutomationsViewModel model, AutomationWords words) {
    this.model = model;
    this.words = words;
    start = new StartBlock(model, words);
    condition = new ConditionBlock(model.form(), words);
    actions = new ActionsBlock(model.form(), words);
    scroll.setContent(stack("auto-form", called(), start, condition, actions, pace()));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("plain-scroll");
    setCenter(scroll);
    setBottom(foot());
  }

  void focusEntry() {
    name.requestFocus();
  }

  /// Scrolls to the first field that is wrong.
  void showWrong() {
    layout();
    Node wrong = scroll.getContent().lookup(".field-wrong");
    double whole =
        scroll.getContent().getLayoutBounds().getHeight()
            - scroll.getViewportBounds().getHeight();
    if (wrong != null && whole > 0) {
      double top =
          scroll.getContent().sceneToLocal(wrong.localToScene(wrong.getLayoutBounds())).getMinY();
      scroll.setVvalue(Math.clamp((top - MARGIN) / whole, 0, 1));
    }
  }

  void close() {
    bound.close();
    start.close();
    condition.close();
    actions.close();
  }

  private Node called() {
    name.setId("auto-name");
    name.getStyleClass().add("field-words");
    name.setPromptText(words.text(Phrase.AUTO_NAME_PROMPT));
    bound.both(name.textProperty(), model.form().name());
    return told("name", new Labelled(words.text(Phrase.AUTO_NAME), name, ""));
  }

  private Node pace() {
    ComboBox<Mode> mode =
        Named.box(
            "auto-mode",
            List.of(Mode.values()),
            each ->
                words.text(
                    each == Mode.QUEUED ? Phrase.AUTO_MODE_QUEUED : Phrase.AUTO_MODE_SINGLE));
    TextField most = new TextField();
    most.setId("auto-most");
    most.getStyleClass().add("field-figure");
    bound.both(mode.valueProperty(), model.form().mode());
    bound.both(most.textProperty(), model.form().most());
    Labelled line = told("max_runs", new Labelled(words.text(Phrase.AUTO_MOST), most, ""));
    bound.and(model.form().mode().subscribe(chosen -> Shapes.show(line, chosen == Mode.QUEUED)));
    return stack(
        "auto-block",
        label(words.text(Phrase.AUTO_PACE), "section"),
        new Labelled(words.text(Phrase.AUTO_MODE), mode, ""),
        line);
  }

  private Labelled told(String field, Labelled labelled) {
    return Told.by(model.form(), field, labelled, words.messages(), bound);
  }

  private Node foot() {
    Button save = new Button(words.text(Phrase.AUTO_SAVE), icon(Feather.CHECK));
    save.setId("auto-save");
    save.getStyleClass().add("accent");
    save.setMinWidth(Button.USE_PREF_SIZE);
    save.setTooltip(new Tooltip(words.text(Phrase.TIP, words.text(Phrase.AUTO_SAVE), "Ctrl+S")));
    save.setOnAction(_ -> model.onSave());
    Button again = new Button(words.text(Phrase.AUTO_DISCARD));
    again.setId("auto-discard");
    again.getStyleClass().add("flat");
    again.setOnAction(_ -> model.onStartAgain());
    Label unsaved = label(words.text(Phrase.AUTO_UNSAVED), "muted", "small");
    Label unchecked = label(words.text(Phrase.AUTO_UNCHECKED), "auto-unchecked", "small");
    bound.and(model.form().unchecked().subscribe(so -> Shapes.show(unchecked, so)));
    bound.and(
        model.form().changed().subscribe(changed -> {
          save.setDisable(!changed);
          Shapes.show(again, changed);
          Shapes.show(unsaved, changed);
        }));
    return row("auto-foot", save, again, gap(), unchecked, unsaved);
  }
}
