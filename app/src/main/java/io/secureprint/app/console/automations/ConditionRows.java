// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.Condition;
import io.secureprint.agent.automation.EventTypes.FieldType;
import io.secureprint.agent.automation.Variable;
import io.secureprint.app.fx.Phrase;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A condition put together from lines, which must all hold: what is looked at, how, and against what.
final class ConditionRows extends VBox {
  private final AutomationForm form;
  private final AutomationWords words;
  private final VBox lines = stack("auto-fields");
  private final List<ConditionLine> kept = new ArrayList<>();
  private boolean writing;
  private int made;

  ConditionRows(AutomationForm form, AutomationWords words) {
    this.form = form;
    this.words = words;
    getStyleClass().add("auto-fields");
    Button add = new Button(words.text(Phrase.AUTO_WHEN_ADD), icon(Feather.PLUS));
    add.setId("auto-when-add");
    add.setOnAction(_ -> add(Optional.empty()).requestFocus());
    getChildren()
        .addAll(paragraph(words.text(Phrase.AUTO_WHEN_HINT), "field-hint"), lines, add);
  }

  /// Whether there is something to choose, and what stands there was or could have been chosen.
  static boolean fits(String cel, List<Variable> variables) {
    return !testable(variables).isEmpty() && (cel.isBlank() || read(cel).isPresent());
  }

  static List<Variable> testable(List<Variable> variables) {
    return VariableWords.offered(variables).stream()
        .filter(one -> one.path().contains(".") || one.path().equals("actor"))
        .filter(one -> one.type() != FieldType.TIME)
        .toList();
  }

  /// Automations have their texts in either kind of quotation marks.
  private static Optional<Condition> read(String cel) {
    return Condition.read(cel.replaceAll("\"([^\"'\\\\]*)\"", "'$1'"))
        .filter(condition -> condition.parts().stream().allMatch(ConditionLine::tells));
  }

  /// Whether what is just told as changed was changed here.
  boolean isWriting() {
    return writing;
  }

  /// Shows what stands there.
  void show() {
    made = 0;
    kept.clear();
    lines.getChildren().clear();
    read(form.condition().get())
        .ifPresent(condition -> condition.parts().forEach(part -> add(Optional.of(part))));
  }

  private ConditionLine add(Optional<Condition.Part> part) {
    ConditionLine line =
        new ConditionLine(
            new ConditionLine.Place(form, words, made++),
            part,
            this::write,
            this::remove);
    kept.add(line);
    lines.getChildren().add(line);
    return line;
  }

  private void remove(ConditionLine line) {
    kept.remove(line);
    lines.getChildren().remove(line);
    write();
  }

  private void write() {
    List<Condition.Part> parts =
        kept.stream().map(ConditionLine::part).flatMap(Optional::stream).toList();
    writing = true;
    form.condition().set(parts.isEmpty() ? "" : new Condition(parts).cel());
    writing = false;
  }
}
