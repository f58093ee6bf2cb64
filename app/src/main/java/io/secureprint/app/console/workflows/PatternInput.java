// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.app.fx.Said;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import java.util.Arrays;

/// Which answers a question takes: one of the usual forms, or an expression for whoever can write one.
final class PatternInput {
  private final Inputs inputs;
  private final JsonPath path;
  private final ComboBox<String> forms = new ComboBox<>();
  private final TextField typed = new TextField();
  private final Node hint;

  private PatternInput(Inputs inputs, JsonPath path) {
    this.inputs = inputs;
    this.path = path;
    String written = path.text(inputs.text().json());
    AnswerForm form = AnswerForm.of(written);
    FlowWords words = inputs.words();
    hint = paragraph(words.text(Say.FIELD_PATTERN_HINT), "field-hint", "small");
    forms.setId(Inputs.id(path) + "-form");
    forms.setMaxWidth(Double.MAX_VALUE);
    forms.setAccessibleText(words.text(Say.FIELD_PATTERN));
    forms.setConverter(new Said<>(each -> words.named("pattern", each)));
    forms.getItems().setAll(Arrays.stream(AnswerForm.values()).map(Enum::name).toList());
    forms.setValue(form.name());
    typed.setId(Inputs.id(path));
    typed.setAccessibleText(words.text(Say.FIELD_PATTERN));
    typed.setText(form == AnswerForm.BEGINS ? AnswerForm.beginning(written) : written);
    fit();
    forms.setOnAction(_ -> choose());
    typed.textProperty().subscribe((_, now) -> write(now));
  }

  static VBox of(Inputs inputs, JsonPath path) {
    PatternInput made = new PatternInput(inputs, path);
    return inputs.labelled(
        Say.FIELD_PATTERN, stack("flow-inside", made.forms, made.typed, made.hint), made.forms, "", path);
  }

  private AnswerForm form() {
    return AnswerForm.valueOf(forms.getValue());
  }

  private void choose() {
    String begun = form() == AnswerForm.BEGINS ? "" : path.text(inputs.text().json());
    typed.setText(begun);
    fit();
    write(begun);
  }

  private void fit() {
    Shapes.show(typed, form() == AnswerForm.BEGINS || form() == AnswerForm.BY_HAND);
    Shapes.show(hint, form() == AnswerForm.BY_HAND);
  }

  private void write(String text) {
    inputs.put(path, form().pattern(text), "");
  }
}
