// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.Condition;
import io.secureprint.agent.authoring.Known;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.agent.kernel.form.StepOption;
import io.secureprint.app.fx.Said;
import io.secureprint.app.fx.Shapes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One test of a condition: which answer, how it is tested, and against what. Where an answer was
/// chosen of several, one of the same is chosen here.
final class ConditionLine {
  private static final List<Condition.Test> OF_YES_NO =
      List.of(Condition.Test.IS_YES, Condition.Test.IS_NO);
  private static final List<Condition.Test> OF_NUMBERS =
      List.of(Condition.Test.AT_LEAST, Condition.Test.AT_MOST);
  private static final List<Condition.Test> OF_CHOICE =
      List.of(Condition.Test.IS, Condition.Test.IS_NOT, Condition.Test.FILLED);
  private static final List<Condition.Test> OF_SEVERAL =
      List.of(Condition.Test.HAS, Condition.Test.HAS_NOT);
  private static final List<Condition.Test> OF_TEXTS =
      List.of(
          Condition.Test.FILLED, Condition.Test.IS, Condition.Test.IS_NOT, Condition.Test.BEGINS);

  private final Inputs inputs;
  private final Runnable changed;
  private final ComboBox<String> name = new ComboBox<>();
  private final ComboBox<String> test = new ComboBox<>();
  private final ComboBox<String> choice = new ComboBox<>();
  private final TextField value = new TextField();
  private final VBox root;
  private List<Known> names = List.of();
  private boolean showing;

  /// @param changed told when it says something else; `removed` when it is to go
  ConditionLine(
      Inputs inputs, JsonPath path, int at, Runnable changed, Consumer<ConditionLine> removed) {
    this.inputs = inputs;
    this.changed = changed;
    String id = Inputs.id(path) + (at == 0 ? "" : "-" + at);
    String which = inputs.words().text(Say.CONDITION_LINE, at + 1);
    furnish(name, id, inputs.words().text(Say.CONDITION_WHAT) + ", " + which);
    furnish(test, id + "-test", inputs.words().text(Say.CONDITION_HOW) + ", " + which);
    furnish(choice, id + "-choice", inputs.words().text(Say.CONDITION_VALUE) + ", " + which);
    furnish(value, id + "-value", inputs.words().text(Say.CONDITION_VALUE) + ", " + which);
    name.setPromptText(inputs.words().text(Say.CONDITION_WHAT));
    choice.setPromptText(inputs.words().text(Say.PHONE_CHOOSE));
    value.setPrefColumnCount(6);
    name.setPrefWidth(140);
    test.setPrefWidth(190);
    name.setConverter(new Said<>(each -> NameWords.plain(inputs, each)));
    test.setConverter(new Said<>(each -> inputs.words().named("test", each)));
    choice.setConverter(new Said<>(this::choiceName));
    name.setOnAction(_ -> onNamed());
    test.setOnAction(_ -> onChanged());
    choice.setOnAction(_ -> onChosen());
    value.textProperty().subscribe((_, _) -> onChanged());
    Button remove = new Button("", icon(Feather.X));
    remove.setAccessibleText(inputs.words().text(Say.REMOVE) + ", " + which);
    remove.getStyleClass().addAll("flat", "button-icon");
    remove.setOnAction(_ -> removed.accept(this));
    root = stack("flow-test", row("flow-row", name, remove), row("flow-row", test, choice, value));
    fit();
  }

  private static void furnish(Control control, String id, String accessible) {
    control.setId(id);
    control.setAccessibleText(accessible);
    control.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(control, Priority.ALWAYS);
  }

  Node root() {
    return root;
  }

  void focus() {
    name.requestFocus();
  }

  /// What can be named here by now.
  void offer(List<Known> offered) {
    names = offered;
    showing = true;
    refill(name, offered.stream().map(Known::path).toList());
    fit();
    showing = false;
  }

  void show(Condition.Part part) {
    showing = true;
    name.setValue(part.path());
    test.setValue(part.test().name());
    value.setText(part.value());
    fit();
    showing = false;
  }

  Optional<Condition.Part> part() {
    return how()
        .filter(_ -> name.getValue() != null)
        .map(how -> new Condition.Part(name.getValue(), how, value.getText()));
  }

  private Optional<Condition.Test> how() {
    return Optional.ofNullable(test.getValue()).map(Condition.Test::valueOf);
  }

  private Optional<Known> known() {
    return names.stream().filter(known -> known.path().equals(name.getValue())).findFirst();
  }

  private List<StepOption> options() {
    boolean whole = how().filter(Condition.Test.BEGINS::equals).isEmpty();
    return whole ? known().map(Known::options).orElse(List.of()) : List.of();
  }

  private List<Condition.Test> tests() {
    return switch (known().map(Known::type).orElse("any")) {
      case "yesno" -> OF_YES_NO;
      case "number" -> OF_NUMBERS;
      case "choice" -> OF_CHOICE;
      case "several" -> OF_SEVERAL;
      case "any" -> Arrays.asList(Condition.Test.values());
      default -> OF_TEXTS;
    };
  }

  /// Offers what the chosen answer can be tested by and against; what is written stays.
  private void fit() {
    refill(test, tests().stream().map(Enum::name).toList());
    List<StepOption> options = options();
    choice.setValue(value.getText().isEmpty() ? null : value.getText());
    refill(choice, options.stream().map(StepOption::value).toList());
    boolean takes = how().filter(Condition.Test::takesValue).isPresent();
    Shapes.show(choice, takes && !options.isEmpty());
    Shapes.show(value, takes && options.isEmpty());
  }

  private static void refill(ComboBox<String> box, List<String> offered) {
    String now = box.getValue();
    List<String> all = new ArrayList<>(offered);
    if (now != null && !all.contains(now)) {
      all.add(now);
    }
    if (!all.equals(box.getItems())) {
      box.getItems().setAll(all);
      box.setValue(now);
    }
  }

  private String choiceName(String chosen) {
    return known().stream()
        .flatMap(known -> known.options().stream())
        .filter(option -> option.value().equals(chosen))
        .map(option -> inputs.words().said(option.label()))
        .findFirst()
        .orElse(chosen);
  }

  private void onNamed() {
    if (showing || name.getValue() == null) {
      return;
    }
    showing = true;
    List<Condition.Test> fitting = tests();
    if (how().filter(fitting::contains).isEmpty()) {
      test.setValue(fitting.getFirst().name());
    }
    boolean offered = options().stream().anyMatch(option -> option.value().equals(value.getText()));
    if (!options().isEmpty() && !offered) {
      value.clear();
    }
    showing = false;
    onChanged();
  }

  private void onChosen() {
    if (!showing && choice.getValue() != null) {
      value.setText(choice.getValue());
    }
  }

  private void onChanged() {
    if (!showing) {
      showing = true;
      fit();
      showing = false;
      changed.run();
    }
  }
}
