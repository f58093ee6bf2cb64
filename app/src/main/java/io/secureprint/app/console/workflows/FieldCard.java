// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.authoring.NewStep;
import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.JsonPath;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is asked for in one field of a form.
final class FieldCard {
  static final List<String> TYPES =
      List.of(
          "text", "multiline", "number", "phone", "email", "date", "choice", "several", "yesno");
  private static final Set<String> WITH_OPTIONS = Set.of("choice", "several");
  private static final Set<String> WITH_LENGTH = Set.of("text", "multiline", "phone", "email");

  private final Inputs inputs;
  private final JsonPath list;

  FieldCard(Inputs inputs, JsonPath list) {
    this.inputs = inputs;
    this.list = list;
  }

  /// A new field, with a key that no other one has.
  Map<String, Object> fresh() {
    return Map.of(
        "key", NewStep.fieldKey("field", keys(-1)),
        "type", "text",
        "label", Map.of("en", "Another question", "hi", "एक और सवाल"));
  }

  Node card(JsonPath field) {
    String type = field.at("type").text(inputs.text().json());
    VBox card =
        stack(
            "flow-inside",
            inputs.words(
                field.at("label"),
                Say.FIELD_LABEL,
                false,
                (before, typed) -> named(before, field, typed)),
            inputs.choice(
                field.at("type"),
                Say.FIELD_TYPE,
                TYPES,
                "text",
                value -> inputs.words().named("type", value),
                value -> retype(field, value)),
            inputs.yes(field.at("required"), Say.FIELD_REQUIRED, false));
    if (WITH_OPTIONS.contains(type)) {
      card.getChildren().add(options(field.at("options")));
    }
    card.getChildren().add(inputs.more(field, Say.MORE, more(field, type).toArray(Node[]::new)));
    return card;
  }

  private List<Node> more(JsonPath field, String type) {
    List<Node> more = new ArrayList<>();
    more.add(inputs.words(field.at("hint"), Say.FIELD_HINT, false));
    if (type.equals("number")) {
      more.add(
          row(
              "flow-row",
              inputs.number(field.at("min"), Say.FIELD_MIN, 1, Say.NO_UNIT),
              inputs.number(field.at("max"), Say.FIELD_MAX, 1, Say.NO_UNIT)));
    }
    if (WITH_LENGTH.contains(type) || type.isEmpty()) {
      more.add(
          row(
              "flow-row",
              inputs.number(field.at("minLength"), Say.FIELD_SHORTEST, 1, Say.SIGNS),
              inputs.number(field.at("maxLength"), Say.FIELD_LONGEST, 1, Say.SIGNS)));
      more.add(PatternInput.of(inputs, field.at("pattern")));
      more.add(inputs.words(field.at("says"), Say.FIELD_SAYS, false));
    }
    more.add(inputs.yes(field.at("sensitive"), Say.FIELD_SENSITIVE, false));
    more.add(inputs.lineWith(field.at("key"), Say.FIELD_KEY, Say.FIELD_KEY_HINT));
    return more;
  }

  private Node options(JsonPath options) {
    VBox rows = stack("flow-lines");
    int count = options.items(inputs.text().json()).size();
    for (int i = 0; i < count; i++) {
      rows.getChildren().add(option(options, i));
    }
    Button add = new Button(inputs.words().text(Say.OPTION_ADD), icon(Feather.PLUS));
    add.setId(Inputs.id(options) + "-add");
    add.getStyleClass().add("flat");
    add.setOnAction(_ ->
        inputs.editor().change(
            before -> before.insert(options, Integer.MAX_VALUE, Options.fresh(before, options))));
    rows.getChildren().addAll(add, inputs.faultsOf(options));
    return rows;
  }

  private Node option(JsonPath options, int at) {
    JsonPath option = options.at(at);
    String named = inputs.words().text(Say.OPTION, at + 1);
    Button remove = new Button("", icon(Feather.X));
    remove.setId(Inputs.id(option) + "-remove");
    remove.setAccessibleText(inputs.words().text(Say.REMOVE) + ", " + named);
    remove.getStyleClass().addAll("flat", "button-icon");
    remove.setOnAction(_ -> inputs.editor().change(before -> before.remove(option)));
    Node label =
        inputs.words(
            option.at("label"),
            Say.OPTION,
            at + 1,
            (before, typed) -> Options.named(before, options, at, typed));
    HBox.setHgrow(label, Priority.ALWAYS);
    return stack("flow-inside", row("flow-option", label, remove), inputs.faults(option.at("value")));
  }

  /// A choice begins with two to choose from; what has nothing to choose from forgets them.
  private void retype(JsonPath field, String type) {
    inputs.editor().change(before -> {
      WorkflowText typed = before.put(field.at("type"), type);
      JsonPath options = field.at("options");
      if (!WITH_OPTIONS.contains(type)) {
        return typed.remove(options);
      }
      return options.in(before.json()).isPresent() ? typed : Options.two(typed, options);
    });
  }

  /// A key that was made of the label goes on following it while nothing names it.
  private WorkflowText named(WorkflowText before, JsonPath field, String label) {
    String key = field.at("key").text(before.json());
    int at = (int) field.parts().getLast();
    boolean made =
        key.matches("(answer|field)[0-9]*")
            || key.equals(NewStep.fieldKey(before.said(field.at("label"), false), keys(at)));
    String root = dataKey(before);
    boolean used = before.json().pretty().contains(root + "." + key);
    if (!made || used || label.isBlank()) {
      return before;
    }
    return before.put(field.at("key"), NewStep.fieldKey(label, keys(at)));
  }

  private String dataKey(WorkflowText text) {
    JsonPath config = new JsonPath(list.parts().subList(0, list.parts().size() - 1));
    return config.at("dataKey").text(text.json());
  }

  private Set<String> keys(int but) {
    Set<String> keys = new HashSet<>();
    List<JsonObject> fields = list.items(inputs.text().json());
    for (int i = 0; i < fields.size(); i++) {
      if (i != but) {
        keys.add(fields.get(i).text("key").orElse(""));
      }
    }
    return keys;
  }
}
