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
import io.secureprint.app.fx.Said;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A condition put together from what is known, how it is tested and against what; all lines must hold.
/// What cannot be put together so is typed as it is.
final class ConditionInput extends VBox {
  private static final List<Condition.Test> OF_YES_NO =
      List.of(Condition.Test.IS_YES, Condition.Test.IS_NO);
  private static final List<Condition.Test> OF_NUMBERS =
      List.of(Condition.Test.AT_LEAST, Condition.Test.AT_MOST);
  private static final List<Condition.Test> OF_TEXTS =
      List.of(
          Condition.Test.FILLED, Condition.Test.IS, Condition.Test.IS_NOT, Condition.Test.BEGINS);

  private final Inputs inputs;
  private final JsonPath path;
  private final VBox lines = stack("flow-lines");
  private final List<Line> kept = new ArrayList<>();

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
      kept.getLast().name.requestFocus();
    });
    return row("flow-row", more);
  }

  private void add(Optional<Condition.Part> part) {
    Line line = new Line(kept.size());
    kept.add(line);
    lines.getChildren().add(line.root);
    line.offer(inputs.editor().looked().get().names());
    part.ifPresent(line::show);
  }

  private void offer(List<Known> names) {
    kept.forEach(line -> line.offer(names));
  }

  private void write() {
    List<Condition.Part> parts = new ArrayList<>();
    kept.forEach(line -> line.part().ifPresent(parts::add));
    inputs.editor().type(
        before ->
            parts.isEmpty()
                ? before.remove(path)
                : before.put(path, new Condition(parts).cel()));
  }

  private List<Condition.Test> tests(String name) {
    String type =
        inputs.editor().looked().get().names().stream()
            .filter(known -> known.path().equals(name))
            .map(Known::type)
            .findFirst()
            .orElse("any");
    return switch (type) {
      case "yesno" -> OF_YES_NO;
      case "number" -> OF_NUMBERS;
      case "any" -> Arrays.asList(Condition.Test.values());
      default -> OF_TEXTS;
    };
  }

  /// One test.
  private final class Line {
    final ComboBox<String> name = new ComboBox<>();
    private final ComboBox<String> test = new ComboBox<>();
    private final TextField value = new TextField();
    final VBox root;
    private boolean showing;

    Line(int at) {
      String id = Inputs.id(path) + (at == 0 ? "" : "-" + at);
      name.setId(id);
      test.setId(id + "-test");
      value.setId(id + "-value");
      name.setPromptText(inputs.words().text(Say.CONDITION_WHAT));
      name.setAccessibleText(inputs.words().text(Say.CONDITION_WHAT));
      test.setAccessibleText(inputs.words().text(Say.CONDITION_HOW));
      value.setAccessibleText(inputs.words().text(Say.CONDITION_VALUE));
      value.setPrefColumnCount(6);
      name.setConverter(new Said<>(each -> NameWords.plain(inputs, each)));
      test.setConverter(new Said<>(each -> inputs.words().named("test", each)));
      name.setMaxWidth(Double.MAX_VALUE);
      name.setPrefWidth(140);
      test.setPrefWidth(190);
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setOnAction(_ -> named());
      test.setOnAction(_ -> changed());
      value.textProperty().subscribe((_, _) -> changed());
      Button remove = new Button("", icon(Feather.X));
      remove.setAccessibleText(inputs.words().text(Say.REMOVE));
      remove.getStyleClass().addAll("flat", "button-icon");
      remove.setOnAction(_ -> remove());
      HBox.setHgrow(value, Priority.ALWAYS);
      root = stack("flow-test", row("flow-row", name, remove), row("flow-row", test, value));
      Shapes.show(value, false);
    }

    void offer(List<Known> names) {
      List<String> paths = names.stream().map(Known::path).toList();
      String now = name.getValue();
      if (!paths.equals(name.getItems())) {
        showing = true;
        name.getItems().setAll(paths);
        name.setValue(now);
        showing = false;
      }
    }

    void show(Condition.Part part) {
      showing = true;
      name.setValue(part.path());
      test.getItems().setAll(Arrays.stream(Condition.Test.values()).map(Enum::name).toList());
      test.setValue(part.test().name());
      value.setText(part.value());
      Shapes.show(value, part.test().takesValue());
      showing = false;
    }

    Optional<Condition.Part> part() {
      if (name.getValue() == null || test.getValue() == null) {
        return Optional.empty();
      }
      Condition.Test how = Condition.Test.valueOf(test.getValue());
      return Optional.of(new Condition.Part(name.getValue(), how, value.getText()));
    }

    private void named() {
      if (showing || name.getValue() == null) {
        return;
      }
      List<String> fitting = tests(name.getValue()).stream().map(Enum::name).toList();
      showing = true;
      String before = test.getValue();
      test.getItems().setAll(fitting);
      test.setValue(fitting.contains(before) ? before : fitting.getFirst());
      showing = false;
      changed();
    }

    private void changed() {
      if (!showing && test.getValue() != null) {
        Shapes.show(
            value, Condition.Test.valueOf(test.getValue()).takesValue());
        write();
      }
    }

    private void remove() {
      kept.remove(this);
      lines.getChildren().remove(root);
      write();
    }
  }
}
