// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;

import io.secureprint.app.fx.Phrase;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The events that set it off: those chosen as chips that a press takes away, the others in a menu.
final class EventFields extends VBox {
  private final AutomationForm form;
  private final AutomationWords words;
  private final List<String> all;
  private final FlowPane chips = new FlowPane();
  private final MenuButton more;

  EventFields(AutomationsViewModel model, AutomationWords words, Bound bound) {
    this.form = model.form();
    this.words = words;
    this.all = model.events();
    this.more = new MenuButton(words.text(Phrase.AUTO_EVENT_ADD), icon(Feather.PLUS));
    more.setId("auto-event-add");
    getStyleClass().add("auto-fields");
    chips.getStyleClass().add("auto-chips");
    getChildren()
        .addAll(
            chips, new Told(form, "trigger.events", more, words.messages(), bound));
    bound.list(form.events(), this::draw);
  }

  private void draw() {
    chips.getChildren().clear();
    form.events().forEach(event -> chips.getChildren().add(chip(event)));
    chips.getChildren().add(more);
    more.getItems().setAll(
        all.stream().filter(event -> !form.events().contains(event)).map(this::item).toList());
  }

  private Button chip(String event) {
    Button chip = new Button(words.messages().event(event), icon(Feather.X));
    chip.getStyleClass().add("auto-chip");
    chip.setAccessibleText(
        words.text(Phrase.AUTO_EVENT_REMOVE, words.messages().event(event)));
    chip.setOnAction(_ -> {
      form.events().remove(event);
      more.requestFocus();
    });
    return chip;
  }

  private MenuItem item(String event) {
    MenuItem item = new MenuItem(words.messages().event(event));
    item.setOnAction(_ -> form.events().add(event));
    return item;
  }
}
