// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.Action;
import io.secureprint.app.fx.Phrase;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;

/// What it does, one card for each, in their order.
final class ActionsBlock extends VBox {
  private final AutomationForm form;
  private final AutomationWords words;
  private final VBox cards = stack("auto-actions");
  private final Bound bound = new Bound();
  private Bound shown = new Bound();

  ActionsBlock(AutomationForm form, AutomationWords words) {
    this.form = form;
    this.words = words;
    getStyleClass().add("auto-block");
    MenuButton add = new MenuButton(words.text(Phrase.AUTO_ACTION_ADD), icon(Feather.PLUS));
    add.setId("auto-action-add");
    for (Action.Kind kind : Action.Kind.values()) {
      MenuItem item =
          new MenuItem(words.action(kind), icon(AutomationWords.picture(kind)));
      item.setOnAction(_ -> form.addAction(kind));
      add.getItems().add(item);
    }
    getChildren()
        .addAll(
            label(words.text(Phrase.AUTO_THEN), "section"),
            cards,
            add,
            new Told(form, "actions", add, words.messages(), bound));
    bound.list(form.actions(), this::draw);
    // What texts may speak of depends on what sets it off.
    bound.and(form.variables().subscribe((_, _) -> draw()));
  }

  void close() {
    bound.close();
    shown.close();
  }

  private void draw() {
    shown.close();
    shown = new Bound();
    cards.getChildren().clear();
    for (int at = 0; at < form.actions().size(); at++) {
      ActionForm action = Objects.requireNonNull(form.actions().get(at));
      cards.getChildren().add(new ActionCard(form, action, at, words, shown));
    }
  }
}
