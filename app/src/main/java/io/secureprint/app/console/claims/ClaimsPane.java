// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.claims;

import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.app.console.claims.ClaimsViewModel.Said;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Notice;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What needs a hand: one card for each claim, what came of the last one, and the money that is on its
/// way back. Gone when there is none of it.
public final class ClaimsPane extends VBox {
  /// More cards than this scroll, so that the live sessions stay in sight.
  private static final int IN_SIGHT = 2;

  private final ClaimsViewModel model;
  private final TimeWords words;
  private final Messages messages;
  private final Label title;
  private final VBox cards = new VBox();
  private final ScrollPane scroll = new ScrollPane(cards);
  private final VBox said = new VBox();
  private final RefundRows refunds;
  private final Set<String> opened = new HashSet<>();
  private final Subscription following;

  public ClaimsPane(ClaimsViewModel model, TimeWords words) {
    this.model = model;
    this.words = words;
    this.messages = words.messages();
    this.title = label(messages.text(Phrase.CLAIMS_TITLE), "section");
    this.refunds = new RefundRows(messages);
    setId("claims");
    getStyleClass().add("claims");
    cards.getStyleClass().add("claim-cards");
    scroll.setFitToWidth(true);
    scroll.maxHeightProperty().bind(
        cards.heightProperty().map(height -> visible(height.doubleValue())));
    scroll.minHeightProperty().bind(scroll.maxHeightProperty());
    getChildren().addAll(title, scroll, said, refunds);
    following =
        Subscription.combine(
            model.open().subscribe(this::show),
            model.refunds().subscribe(refunds::show),
            model.said().subscribe(this::say),
            Subscription.combine(
                scroll.visibleProperty().subscribe(this::fold),
                said.visibleProperty().subscribe(this::fold),
                refunds.visibleProperty().subscribe(this::fold)));
  }

  /// Lets go of the view model, which outlives this view.
  public void close() {
    following.unsubscribe();
  }

  /// One card whose other ways are in sight counts as two.
  private double visible(double height) {
    long open = opened.size();
    int count = Math.max(1, cards.getChildren().size());
    return count <= IN_SIGHT ? height : height * Math.min(count + open, IN_SIGHT) / (count + open);
  }

  private void fold() {
    Shapes.show(this, scroll.isVisible() || said.isVisible() || refunds.isVisible());
  }

  private void show(List<ClaimTile> open) {
    Shapes.show(scroll, !open.isEmpty());
    Shapes.show(title, !open.isEmpty());
    opened.retainAll(open.stream().map(ClaimTile::id).toList());
    cards.getChildren().setAll(open.stream().map(this::card).toList());
  }

  private ClaimCard card(ClaimTile claim) {
    ClaimCard card = new ClaimCard(model, words, claim);
    card.more().setSelected(opened.contains(claim.id()));
    card.more()
        .selectedProperty()
        .subscribe(
            shown -> {
              if (shown) {
                opened.add(claim.id());
              } else {
                opened.remove(claim.id());
              }
            });
    return card;
  }

  private void say(Said what) {
    Shapes.show(said, !(what instanceof Said.Nothing));
    switch (what) {
      case Said.Nothing() -> said.getChildren().clear();
      case Said.HandOver(var rest) -> {
        said.getStyleClass().setAll("note-attention");
        said.getChildren()
            .setAll(paragraph(messages.text(Phrase.CLAIM_HAND_OVER, rest.inRupees()), "strong"));
      }
      case Said.Credited(String brief, var amount) -> {
        said.getStyleClass().setAll("note-attention");
        said.getChildren()
            .setAll(
                paragraph(
                    messages.text(Phrase.CLAIM_CREDITED, brief, amount.inRupees()), "strong"));
      }
      case Said.Refused(String code) -> {
        said.getStyleClass().setAll("note-danger");
        said.getChildren().setAll(Notice.lines(messages, code));
      }
    }
  }
}
