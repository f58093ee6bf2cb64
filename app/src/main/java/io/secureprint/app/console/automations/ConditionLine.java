// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;

import io.secureprint.agent.authoring.Condition;
import io.secureprint.agent.authoring.Condition.Test;
import io.secureprint.agent.automation.EventTypes.FieldType;
import io.secureprint.agent.automation.Variable;
import io.secureprint.app.fx.Phrase;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// One line of a condition: what is looked at, how, and against what.
final class ConditionLine extends FlowPane {
  private static final Map<Test, Phrase> WORDS =
      Map.of(
          Test.IS_YES, Phrase.AUTO_TEST_IS_YES,
          Test.IS_NO, Phrase.AUTO_TEST_IS_NO,
          Test.FILLED, Phrase.AUTO_TEST_FILLED,
          Test.IS, Phrase.AUTO_TEST_IS,
          Test.IS_NOT, Phrase.AUTO_TEST_IS_NOT,
          Test.BEGINS, Phrase.AUTO_TEST_BEGINS,
          Test.AT_LEAST, Phrase.AUTO_TEST_AT_LEAST,
          Test.AT_MOST, Phrase.AUTO_TEST_AT_MOST);
  private static final List<Test> OF_TEXTS =
      List.of(Test.IS, Test.IS_NOT, Test.BEGINS, Test.FILLED);

  private final Place place;
  private final ActionFields choices;
  private final ComboBox<String> name;
  private final ComboBox<Test> test;
  private final Button remove = new Button("", icon(Feather.X));
  private final Runnable changed;
  private String value = "";
  private boolean showing;

  /// Where the line stands.
  record Place(AutomationForm form, AutomationWords words, int at) {
    String id(String part) {
      return "auto-when-" + at + part;
    }
  }

  ConditionLine(
      Place place,
      Optional<Condition.Part> part,
      Runnable changed,
      Consumer<ConditionLine> removed) {
    this.place = place;
    this.changed = changed;
    this.choices = new ActionFields(place.words().messages());
    VariableWords names = new VariableWords(place.words().messages());
    name = Named.box(place.id(""), paths(part), names::name);
    test = Named.box(place.id("-test"), List.of(), this::told);
    name.setPromptText(place.words().text(Phrase.AUTO_WHEN_WHAT));
    name.setAccessibleText(place.words().text(Phrase.AUTO_WHEN_WHAT));
    test.setAccessibleText(place.words().text(Phrase.AUTO_WHEN_HOW));
    remove.setId(place.id("-remove"));
    remove.getStyleClass().addAll("flat", "button-icon");
    remove.setOnAction(_ -> removed.accept(this));
    getStyleClass().add("auto-when");
    part.ifPresent(this::show);
    draw();
    name.valueProperty().subscribe((_, path) -> named(path));
    test.valueProperty().subscribe((_, _) -> chosen());
  }

  /// Whether it can be told in words here.
  static boolean tells(Condition.Part part) {
    return WORDS.containsKey(part.test());
  }

  @Override
  public void requestFocus() {
    name.requestFocus();
  }

  /// Empty while it says nothing.
  Optional<Condition.Part> part() {
    String path = name.getValue();
    Test how = test.getValue();
    return path == null || how == null
        ? Optional.empty()
        : Optional.of(new Condition.Part(path, how, value));
  }

  /// What stands there is offered also where a person would not be.
  private List<String> paths(Optional<Condition.Part> part) {
    List<String> paths =
        new ArrayList<>(
            ConditionRows.testable(place.form().variables().get()).stream()
                .map(Variable::path)
                .toList());
    part.map(Condition.Part::path).filter(path -> !paths.contains(path)).ifPresent(paths::add);
    return paths;
  }

  private void show(Condition.Part part) {
    name.setValue(part.path());
    List<Test> fitting = new ArrayList<>(tests(part.path()));
    if (!fitting.contains(part.test())) {
      fitting.add(part.test());
    }
    test.getItems().setAll(fitting);
    test.setValue(part.test());
    value = part.value();
  }

  private List<Test> tests(String path) {
    FieldType type =
        place.form().variables().get().stream()
            .filter(one -> one.path().equals(path))
            .map(Variable::type)
            .findFirst()
            .orElse(FieldType.TEXT);
    return switch (type) {
      case NUMBER -> List.of(Test.AT_LEAST, Test.AT_MOST);
      case FLAG -> List.of(Test.IS_YES, Test.IS_NO);
      case TEXT, TIME -> OF_TEXTS;
    };
  }

  private void named(String path) {
    showing = true;
    test.getItems().setAll(tests(path));
    test.setValue(test.getItems().getFirst());
    value = "";
    showing = false;
    draw();
    changed.run();
  }

  private void chosen() {
    if (!showing && test.getValue() != null) {
      draw();
      changed.run();
    }
  }

  private void draw() {
    getChildren().setAll(name);
    String path = name.getValue();
    remove.setAccessibleText(
        place.words().text(Phrase.AUTO_EVENT_REMOVE, path == null ? "" : nameOf(path)));
    if (path != null) {
      getChildren().add(test);
      if (test.getValue() != null && test.getValue().takesValue()) {
        getChildren().add(against(path));
      }
    }
    getChildren().add(remove);
  }

  private String nameOf(String path) {
    return new VariableWords(place.words().messages()).name(path);
  }

  private Control against(String path) {
    List<String> usual = ActionFields.usualOf(path, place.form());
    Control control = usual.isEmpty() ? typed() : new SuggestBox(usual, choices, value, this::type);
    control.setId(place.id("-value"));
    control.setAccessibleText(place.words().text(Phrase.AUTO_WHEN_VALUE));
    return control;
  }

  private TextField typed() {
    TextField field = new TextField(value);
    field.getStyleClass().add("field-words");
    field.textProperty().subscribe((_, text) -> type(text));
    return field;
  }

  private void type(String text) {
    value = text;
    changed.run();
  }

  private String told(Test how) {
    return place.words().text(Objects.requireNonNull(WORDS.get(how)));
  }
}
