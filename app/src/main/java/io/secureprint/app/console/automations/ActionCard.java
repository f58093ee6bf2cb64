// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.agent.automation.Variable;
import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Phrase;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// One thing that the automation does, with a field for each of its parts.
final class ActionCard extends VBox {
  private final ActionForm action;
  private final AutomationWords words;
  private final ActionFields names;
  private final int place;

  ActionCard(
      AutomationForm form, ActionForm action, int place, AutomationWords words, Bound bound) {
    this.action = action;
    this.words = words;
    this.place = place;
    this.names = new ActionFields(words.messages());
    getStyleClass().add("auto-action");
    Button remove = new Button("", icon(Feather.TRASH_2));
    remove.setId("auto-action-remove-" + place);
    remove.getStyleClass().add("flat");
    remove.setTooltip(new Tooltip(words.text(Phrase.AUTO_ACTION_REMOVE)));
    remove.setAccessibleText(words.text(Phrase.AUTO_ACTION_REMOVE));
    remove.setOnAction(_ -> form.actions().remove(action));
    getChildren()
        .add(
            row(
                "auto-action-head",
                icon(AutomationWords.picture(action.kind())),
                label(words.action(action.kind()), "strong"),
                gap(),
                remove));
    action.kind().fields().forEach(field -> add(form, field, bound));
  }

  private void add(AutomationForm form, String field, Bound bound) {
    Control control = control(form, field, bound);
    control.setId("auto-action-" + place + "-" + field);
    boolean template = ActionFields.choices(field).isEmpty() && !field.equals("url");
    boolean first = field.equals(action.kind().needed().getLast());
    getChildren()
        .add(
            Told.by(
                form,
                "actions[" + place + "]." + field,
                new Labelled(
                    names.title(action.kind(), field), control, template && first ? hint(form) : ""),
                words.messages(),
                bound));
  }

  private Control control(AutomationForm form, String field, Bound bound) {
    List<String> choices = ActionFields.choices(field);
    List<String> usual = ActionFields.usual(field, form);
    if (!choices.isEmpty()) {
      return chosen(field, choices, bound);
    }
    StringProperty text = action.field(field);
    return usual.isEmpty()
        ? typed(field, bound)
        : new SuggestBox(usual, names, text.get(), text::set);
  }

  /// How a text speaks of what has happened; nothing where there is nothing to speak of.
  private String hint(AutomationForm form) {
    return VariableWords.offered(form.variables().get()).stream()
        .map(Variable::path)
        .findFirst()
        .map(path -> path.equals("payload") ? "payload.number" : path)
        .map(path -> words.text(Phrase.AUTO_TEXT_HINT, "${" + path + "}"))
        .orElse("");
  }

  private Control typed(String field, Bound bound) {
    TextField text = new TextField();
    text.getStyleClass().add("field-words");
    if (field.equals("url")) {
      text.setPromptText("https://example.org/hook");
    }
    bound.both(text.textProperty(), action.field(field));
    return text;
  }

  /// A value that was written by hand, such as a template, stays one of the choices.
  private Control chosen(String field, List<String> choices, Bound bound) {
    List<String> all = new ArrayList<>(choices);
    String present = action.field(field).get();
    if (!all.contains(present)) {
      all.add(present);
    }
    if (!action.kind().needed().contains(field) && !all.contains("")) {
      all.addFirst("");
    }
    ComboBox<String> box = Named.box("", all, names::choice);
    bound.both(box.valueProperty(), action.field(field));
    return box;
  }
}
