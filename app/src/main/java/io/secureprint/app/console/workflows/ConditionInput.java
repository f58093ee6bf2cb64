// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.Condition;
import io.secureprint.agent.authoring.Known;
import io.secureprint.agent.kernel.JsonPath;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A condition put together from what is known, how it is tested and against what; all lines must hold.
/// What cannot be put together so is typed as it is.
final class ConditionInput extends VBox {
  private final Inputs inputs;
  private final JsonPath path;
  private final VBox lines = stack("flow-lines");
  private final List<ConditionLine> kept = new ArrayList<>();
  private int made;

  ConditionInput(Inputs inputs, JsonPath path, Say title) {
    this.inputs = inputs;
    this.path = path;
    getStyleClass().add("field");
    Node titled = label(inputs.words().text(title), "field-title");
    String cel = path.text(inputs.text().json());
    Optional<Condition> read = Condition.read(cel);
    if (cel.isBlank() || cel.equals("true") || read.isPresent()) {
      read.ifPresentOrElse(
          condition -> condition.parts().forEach(part -> add(Optional.of(part))),
          () -> add(Optional.empty()));
      getChildren().addAll(titled, lines, buttons(), inputs.faults(path));
      inputs.follow(inputs.editor().looked().subscribe(looked -> offer(looked.names())));
    } else {
      byHand(titled);
    }
  }

  private void byHand(Node titled) {
    TextField typed = inputs.line(path, Say.CONDITION_BY_HAND, Say.CONDITION_BY_HAND);
    Button anew = new Button(inputs.words().text(Say.CONDITION_ANEW));
    anew.getStyleClass().add("flat");
    anew.setOnAction(_ -> inputs.editor().change(before -> before.remove(path)));
    getChildren()
        .addAll(
            titled,
            typed,
            paragraph(inputs.words().text(Say.CONDITION_BY_HAND), "field-hint", "small"),
            anew,
            inputs.faults(path));
  }

  private Node buttons() {
    Button more = new Button(inputs.words().text(Say.CONDITION_AND), icon(Feather.PLUS));
    more.setId(Inputs.id(path) + "-and");
    more.getStyleClass().add("flat");
    more.setOnAction(_ -> {
      add(Optional.empty());
      kept.getLast().focus();
    });
    return row("flow-row", more);
  }

  private void add(Optional<Condition.Part> part) {
    ConditionLine line = new ConditionLine(inputs, path, made++, this::write, this::remove);
    kept.add(line);
    lines.getChildren().add(line.root());
    part.ifPresent(line::show);
    line.offer(inputs.editor().looked().get().names());
  }

  private void remove(ConditionLine line) {
    kept.remove(line);
    lines.getChildren().remove(line.root());
    write();
  }

  private void offer(List<Known> names) {
    kept.forEach(line -> line.offer(names));
  }

  private void write() {
    List<Condition.Part> parts = new ArrayList<>();
    kept.forEach(line -> line.part().ifPresent(parts::add));
    inputs.editor().type(
        path,
        before ->
            parts.isEmpty()
                ? before.remove(path)
                : before.put(path, new Condition(parts).cel()));
  }
}
