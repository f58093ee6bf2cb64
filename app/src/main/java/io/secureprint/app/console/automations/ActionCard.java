// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;

import io.secureprint.app.form.Labelled;
import io.secureprint.app.fx.Phrase;

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
  private static final String TEMPLATE = "${payload.area}";

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
    List<String> choices = ActionFields.choices(field);
    Control control = choices.isEmpty() ? typed(field, bound) : chosen(field, choices, bound);
    control.setId("auto-action-" + place + "-" + field);
    boolean template = choices.isEmpty() && !field.equals("url");
    boolean first = field.equals(action.kind().needed().getLast());
    String hint = template && first ? words.text(Phrase.AUTO_TEXT_HINT, TEMPLATE) : "";
    getChildren()
        .add(
            Told.by(
                form,
                "actions[" + place + "]." + field,
                new Labelled(names.title(action.kind(), field), control, hint),
                words.messages(),
                bound));
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
