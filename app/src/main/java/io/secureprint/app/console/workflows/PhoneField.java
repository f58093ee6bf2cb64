// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.app.fx.Areas;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One field of a form on the drawn phone, by the same shapes as the page has.
final class PhoneField extends VBox {
  private static final int MOST_ROWS = 6;

  private final JsonObject field;
  private final Phone.Shown shown;
  private final FlowWords words;
  private final boolean live;
  private Supplier<Optional<Object>> value = Optional::empty;

  /// @param live whether it can be filled in, and is found by its id
  PhoneField(JsonObject field, Phone.Shown shown, boolean live) {
    this.live = live;
    this.field = field;
    this.shown = shown;
    this.words = shown.language();
    getStyleClass().add("phone-field");
    String type = field.text("type").orElse("text");
    if (!type.equals("yesno")) {
      getChildren().add(paragraph(title(), "phone-label"));
    }
    about();
    getChildren().add(input(type));
  }

  String key() {
    return field.text("key").orElse("");
  }

  /// What was filled in; empty where nothing was.
  Optional<Object> value() {
    return value.get();
  }

  /// What was filled in before the answer was refused.
  private String before() {
    return shown.typed().member(key()).map(Object::toString).orElse("");
  }

  private String title() {
    String label = Samples.filled(words.said(field, "label"), shown.known());
    boolean needed =
        Boolean.TRUE.equals(field.members().get("required"))
            || field.text("type").filter("yesno"::equals).isPresent();
    String named = label.isEmpty() ? key() : label;
    return needed ? named : named + " " + words.text(Say.PHONE_OPTIONAL);
  }

  private void about() {
    String hint = words.said(field, "hint");
    if (!hint.isEmpty()) {
      getChildren().add(paragraph(hint, "phone-quiet"));
    }
    shown.errors().stream()
        .filter(error -> error.field().equals(key()))
        .findFirst()
        .map(StepError::message)
        .ifPresent(says -> {
          getStyleClass().add("phone-wrong");
          getChildren().add(paragraph(words.said(says), "phone-bad"));
        });
  }

  private Node input(String type) {
    List<JsonObject> options = JsonPath.of("options").items(field);
    return switch (type) {
      case "yesno" -> yesNo();
      case "several" -> several(options);
      case "choice" -> options.size() <= MOST_ROWS ? rows(options) : list(options);
      case "multiline" -> area();
      default -> line(type);
    };
  }

  private Node line(String type) {
    TextField typed = named(new TextField());
    typed.setPromptText(type.equals("date") ? "2026-11-22" : "");
    typed.setText(before());
    typed.setAccessibleText(title());
    value = () -> text(typed.getText(), type);
    return typed;
  }

  private Node area() {
    TextArea typed = named(Areas.passing());
    typed.setPrefRowCount(3);
    typed.setText(before());
    typed.setAccessibleText(title());
    value = () -> text(typed.getText(), "multiline");
    return typed;
  }

  private static Optional<Object> text(String typed, String type) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(type.equals("number") ? number(typed.strip()) : typed.strip());
  }

  private static Object number(String typed) {
    try {
      BigDecimal number = new BigDecimal(typed);
      return number.stripTrailingZeros().scale() <= 0 && number.precision() < 16
          ? (Object) number.longValue()
          : (Object) number.doubleValue();
    } catch (NumberFormatException _) {
      return typed;
    }
  }

  /// A switch with its answer beside it, as on the page.
  private Node yesNo() {
    ToggleButton toggle = named(new ToggleButton("", new Circle(10)));
    toggle.getStyleClass().add("phone-switch");
    toggle.setAccessibleText(title());
    Label said = label("", "phone-quiet");
    toggle.selectedProperty()
        .subscribe(on -> said.setText(words.text(on ? Say.PHONE_YES : Say.PHONE_NO)));
    toggle.setSelected(before().equals("true"));
    value = () -> Optional.of(toggle.isSelected());
    HBox choose = row("phone-choose", paragraph(title(), "phone-label"), gap(), said, toggle);
    choose.setFillHeight(false);
    return choose;
  }

  private Node several(List<JsonObject> options) {
    List<CheckBox> boxes = options.stream().map(option -> new CheckBox(name(option))).toList();
    value = () -> {
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < boxes.size(); i++) {
        if (boxes.get(i).isSelected()) {
          chosen.add(options.get(i).text("value").orElse(""));
        }
      }
      return chosen.isEmpty() ? Optional.empty() : Optional.of(chosen);
    };
    return chooses(boxes);
  }

  private Node rows(List<JsonObject> options) {
    ToggleGroup group = new ToggleGroup();
    List<RadioButton> buttons =
        options.stream().map(option -> new RadioButton(name(option))).toList();
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setToggleGroup(group);
      buttons.get(i).setSelected(options.get(i).text("value").orElse("").equals(before()));
    }
    value = () ->
        Optional.ofNullable(group.getSelectedToggle())
            .map(chosen -> options.get(buttons.indexOf(chosen)).text("value").orElse(""));
    return chooses(buttons);
  }

  private Node list(List<JsonObject> options) {
    ComboBox<String> box = named(new ComboBox<>());
    box.setMaxWidth(Double.MAX_VALUE);
    options.forEach(option -> box.getItems().add(name(option)));
    box.setPromptText(words.text(Say.PHONE_CHOOSE));
    value = () -> {
      int chosen = box.getSelectionModel().getSelectedIndex();
      return chosen < 0 ? Optional.empty() : options.get(chosen).text("value").map(each -> each);
    };
    return box;
  }

  private Node chooses(List<? extends ButtonBase> buttons) {
    VBox rows = new VBox(8);
    for (ButtonBase button : buttons) {
      button.setMaxWidth(Double.MAX_VALUE);
      rows.getChildren().add(row("phone-choose", button));
    }
    return rows;
  }

  private String name(JsonObject option) {
    String label = words.said(option, "label");
    return label.isEmpty() ? option.text("value").orElse("") : label;
  }

  private <N extends Node> N named(N input) {
    input.setId(live ? "try-" + key() : null);
    input.getStyleClass().add("phone-input");
    return input;
  }
}
