// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

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

/// When it is so: lines of choices or, where they do not say enough, the condition as it is written, with
/// what it may speak of. A press puts a name in where the keyboard stands.
final class ConditionBlock extends VBox {
  private static final int ROWS = 3;

  private final AutomationForm form;
  private final AutomationWords words;
  private final ConditionRows rows;
  private final VBox chosen;
  private final VBox typed;
  private final Button other = new Button();
  private final TextArea condition = Areas.passing();
  private final VBox hints = stack("auto-hints");
  private final FlowPane chips = new FlowPane();
  private final Bound bound = new Bound();
  /// Whether somebody wants to write it, although it could be chosen.
  private boolean byHand;

  ConditionBlock(AutomationForm form, AutomationWords words) {
    this.form = form;
    this.words = words;
    rows = new ConditionRows(form, words);
    getStyleClass().add("auto-block");
    typed = typed();
    chosen = stack("auto-fields", rows, new Told(form, "when", rows, words.messages(), bound));
    other.setId("auto-when-other");
    other.getStyleClass().add("flat");
    other.setOnAction(_ -> {
      byHand = !byHand;
      show();
    });
    getChildren()
        .addAll(
            row("fact", label(words.text(Phrase.AUTO_IF), "section"), gap(), other),
            chosen,
            typed);
    bound.and(form.variables().subscribe(this::offer));
    bound.and(form.loads().subscribe(_ -> begin()));
    bound.and(form.condition().subscribe((_, _) -> changed()));
  }

  private VBox typed() {
    condition.setId("auto-condition");
    condition.getStyleClass().addAll("mono", "auto-condition");
    condition.setPrefRowCount(ROWS);
    chips.getStyleClass().add("auto-chips");
    hints.getChildren()
        .addAll(paragraph(words.text(Phrase.AUTO_FIELDS), "field-hint"), chips);
    bound.both(condition.textProperty(), form.condition());
    Labelled field =
        new Labelled(
            words.text(Phrase.AUTO_CONDITION),
            condition,
            words.text(Phrase.AUTO_CONDITION_HINT));
    return stack("auto-fields", Told.by(form, "when", field, words.messages(), bound), hints);
  }

  private void begin() {
    byHand = false;
    show();
  }

  /// Whoever writes by hand goes on with it, also when it could be chosen by now.
  private void changed() {
    if (chosen.isVisible()) {
      if (!rows.isWriting()) {
        show();
      }
    } else {
      byHand = true;
      Shapes.show(other, fits());
    }
  }

  private boolean fits() {
    return ConditionRows.fits(form.condition().get(), form.variables().get());
  }

  private void show() {
    boolean lines = fits() && !byHand;
    if (lines) {
      rows.show();
    }
    Shapes.show(chosen, lines);
    Shapes.show(typed, !lines);
    Shapes.show(other, fits());
    other.setText(words.text(lines ? Phrase.AUTO_BY_HAND : Phrase.AUTO_BY_CHOICE));
  }

  void close() {
    bound.close();
  }

  private void offer(List<Variable> variables) {
    List<Variable> offered = VariableWords.offered(variables);
    chips.getChildren().setAll(offered.stream().map(this::chip).toList());
    Shapes.show(hints, !offered.isEmpty());
    show();
  }

  private Button chip(Variable variable) {
    String name = new VariableWords(words.messages()).name(variable.path());
    Button chip = new Button(name);
    // An underscore is part of the name.
    chip.setMnemonicParsing(false);
    chip.getStyleClass().add("auto-chip");
    chip.setTooltip(new Tooltip(variable.path() + " · " + words.type(variable.type())));
    chip.setAccessibleText(name + ", " + words.type(variable.type()));
    chip.setOnAction(_ -> {
      condition.insertText(condition.getCaretPosition(), variable.path());
      condition.requestFocus();
      condition.deselect();
    });
    return chip;
  }
}
