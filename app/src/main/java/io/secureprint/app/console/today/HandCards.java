// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.today;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What needs a hand, the most urgent first, or that nothing does. A card stays the same node while
/// what it tells stays the same, so that a hold on its button is not lost when others change.
final class HandCards extends VBox {
  private final TimeWords words;
  private final HandCard.Actions actions;
  private final VBox cards = stack("hand-cards");
  private final ScrollPane scroll = new ScrollPane(cards);
  private final HBox well;
  private final VBox refusal = stack("note-danger");
  private final Label title = label("", "section");
  private final Map<Hand, HandCard> shown = new HashMap<>();
  private final Subscription following;

  HandCards(TimeWords words, HandCard.Actions actions) {
    this.words = words;
    this.actions = actions;
    this.well = well(words.messages());
    setId("hands");
    getStyleClass().add("hands");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(0);
    // Its own reckoning does not know how lines break at this width.
    scroll.prefHeightProperty().bind(cards.heightProperty());
    getChildren().addAll(title, refusal, scroll, well);
    following =
        Subscription.combine(
            actions.model().hands().subscribe(this::show),
            actions.model().now().subscribe(this::tick),
            actions.model().refused().subscribe(this::say));
  }

  /// Lets go of the view model, which outlives this view.
  void close() {
    following.unsubscribe();
  }

  private void show(List<Hand> hands) {
    shown.keySet().retainAll(hands);
    cards
        .getChildren()
        .setAll(
            hands.stream()
                .map(
                    hand ->
                        shown.computeIfAbsent(hand, each -> new HandCard(each, words, actions)))
                .toList());
    title.setText(
        words.messages().text(hands.isEmpty() ? Phrase.TODAY_WELL : Phrase.CLAIMS_TITLE));
    Shapes.show(scroll, !hands.isEmpty());
    Shapes.show(title, !hands.isEmpty());
    Shapes.show(well, hands.isEmpty());
  }

  private void tick(Instant now) {
    shown.values().forEach(card -> card.tick(now));
  }

  private void say(String code) {
    Shapes.show(refusal, !code.isEmpty());
    if (!code.isEmpty()) {
      refusal.getChildren().setAll(Notice.lines(words.messages(), code));
    }
  }

  private static HBox well(Messages messages) {
    return Shapes.row(
        "all-well",
        Shapes.icon(Feather.CHECK_CIRCLE, "well-icon"),
        stack(
            "hand-words",
            label(messages.text(Phrase.TODAY_WELL), "strong"),
            paragraph(messages.text(Phrase.TODAY_WELL_HINT), "muted")));
  }
}
