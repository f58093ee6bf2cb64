// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.agent.automation.Variable;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Areas;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// When it is so: the condition, what is wrong with it while it is typed, and what it may speak of. A
/// press puts a name in where the keyboard stands.
final class ConditionBlock extends VBox {
  private static final int ROWS = 3;

  private final AutomationWords words;
  private final TextArea condition = Areas.passing();
  private final VBox hints = Shapes.stack("auto-hints");
  private final FlowPane chips = new FlowPane();
  private final Bound bound = new Bound();

  ConditionBlock(AutomationForm form, AutomationWords words) {
    this.words = words;
    getStyleClass().add("auto-block");
    condition.setId("auto-condition");
    condition.getStyleClass().addAll("mono", "auto-condition");
    condition.setPrefRowCount(ROWS);
    chips.getStyleClass().add("auto-chips");
    hints.getChildren()
        .addAll(paragraph(words.text(Phrase.AUTO_FIELDS), "field-hint"), chips);
    bound.both(condition.textProperty(), form.condition());
    bound.and(form.variables().subscribe(this::show));
    Labelled field =
        new Labelled(
            words.text(Phrase.AUTO_CONDITION),
            condition,
            words.text(Phrase.AUTO_CONDITION_HINT));
    getChildren()
        .addAll(
            label(words.text(Phrase.AUTO_IF), "section"),
            Told.by(form, "when", field, words.messages(), bound),
            hints);
  }

  void close() {
    bound.close();
  }

  private void show(List<Variable> variables) {
    chips.getChildren().setAll(variables.stream().map(this::chip).toList());
    Shapes.show(hints, !variables.isEmpty());
  }

  private Button chip(Variable variable) {
    Button chip = new Button(variable.path());
    // An underscore is part of the name.
    chip.setMnemonicParsing(false);
    chip.getStyleClass().addAll("auto-chip", "mono");
    chip.setTooltip(new Tooltip(words.type(variable.type())));
    chip.setAccessibleText(variable.path() + ", " + words.type(variable.type()));
    chip.setOnAction(_ -> {
      condition.insertText(condition.getCaretPosition(), variable.path());
      condition.requestFocus();
      condition.deselect();
    });
    return chip;
  }
}
