// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.automation.AutomationDesk.Card;
import io.secureprint.agent.automation.Evaluation;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// One automation in the list: its name, what sets it off, what it did last, and its switch.
final class CardCell extends ListCell<Card> {
  private static final double NARROWEST = 160;
  /// What stands beside the words: the switch, the scroll bar, and room.
  private static final double BESIDE = 150;

  private final AutomationsViewModel model;
  private final AutomationWords words;
  private final WhyWords why;

  CardCell(AutomationsViewModel model, AutomationWords words) {
    this.model = model;
    this.words = words;
    this.why = new WhyWords(words.messages());
  }

  @Override
  protected void updateItem(@Nullable Card card, boolean empty) {
    super.updateItem(card, empty);
    setText(null);
    setGraphic(empty || card == null ? null : drawn(card));
    setPrefWidth(0);
    if (card != null) {
      setAccessibleText(card.name() + ", " + words.text(state(card)));
    }
  }

  private Node drawn(Card card) {
    Node start =
        paragraph(
            card.draft() == null
                ? words.text(Phrase.AUTO_UNREADABLE)
                : words.start(card.draft().start(), model.place().now()),
            "muted",
            "small");
    VBox text = stack("auto-look", paragraph(card.name(), "strong"), start, last(card));
    if (model.isTyped(card)) {
      text.getChildren().add(paragraph(words.text(Phrase.AUTO_UNSAVED), "accent-words", "small"));
    }
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMinWidth(0);
    // A cell is as high as its words are at their preferred width.
    text.setPrefWidth(Math.max(NARROWEST, getListView().getWidth() - BESIDE));
    return row("auto-card", text, toggle(card));
  }

  private Node last(Card card) {
    Evaluation last = card.last();
    if (last == null) {
      return paragraph(words.text(Phrase.AUTO_NEVER), "muted", "small");
    }
    String when = words.times().clock(last.at(), model.place().now());
    Node text = paragraph(why.outcome(last.why().outcome()) + " · " + when, "small");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line =
        row(
            WhyWords.style(last.why().outcome()),
            icon(WhyWords.picture(last.why().outcome())),
            text);
    line.getStyleClass().add("auto-last");
    return line;
  }

  /// The keyboard has the space bar on the list instead, so the switch is for the mouse alone. It shows
  /// how things stand, and turns once that is so.
  private VBox toggle(Card card) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setSelected(card.enabled());
    toggle.setFocusTraversable(false);
    toggle.getStyleClass().add("auto-switch");
    toggle.addEventFilter(MouseEvent.ANY, event -> {
      if (event.getEventType() == MouseEvent.MOUSE_CLICKED) {
        model.onSwitch(card, !card.enabled());
      }
      event.consume();
    });
    VBox side = stack("auto-state", toggle, label(words.text(state(card)), "small"));
    Shapes.show(toggle, !card.putAway());
    if (card.builtIn()) {
      side.getChildren().add(label(words.text(Phrase.AUTO_BUILT_IN), "auto-built-in"));
    }
    return side;
  }

  private static Phrase state(Card card) {
    if (card.putAway()) {
      return Phrase.AUTO_IS_AWAY;
    }
    return card.enabled() ? Phrase.AUTO_ON : Phrase.AUTO_OFF;
  }
}
