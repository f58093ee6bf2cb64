// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.claims;

import static io.secureprint.app.fx.Shapes.gap;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Messages.CodeWords;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;
import io.secureprint.app.fx.TimeWords;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// What needs a hand: one card for each claim, with the amount, why, and how to settle it. Gone when
/// there is none.
public final class ClaimsPane extends VBox {
  /// Only here it is certain that nothing (more) is on paper.
  private static final String NOT_PRINTED = "PAID_NOT_PRINTED";
  /// More cards than this scroll, so that the live sessions stay in sight.
  private static final int IN_SIGHT = 2;

  private final ClaimsViewModel model;
  private final TimeWords words;
  private final Messages messages;
  private final VBox cards = new VBox();
  private final VBox refusal = stack("note-danger");
  private final Subscription following;

  public ClaimsPane(ClaimsViewModel model, TimeWords words) {
    this.model = model;
    this.words = words;
    this.messages = words.messages();
    setId("claims");
    getStyleClass().add("claims");
    cards.getStyleClass().add("claim-cards");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.maxHeightProperty().bind(
        cards.heightProperty().map(height -> visible(height.doubleValue())));
    scroll.minHeightProperty().bind(scroll.maxHeightProperty());
    getChildren().addAll(
        label(messages.text(Phrase.CLAIMS_TITLE), "section"), scroll, refusal);
    following =
        Subscription.combine(model.open().subscribe(this::show), model.refused().subscribe(this::say));
  }

  /// Lets go of the view model, which outlives this view.
  public void close() {
    following.unsubscribe();
  }

  private double visible(double height) {
    int count = Math.max(1, cards.getChildren().size());
    return height * Math.min(count, IN_SIGHT) / count;
  }

  private void show(List<ClaimTile> open) {
    Shapes.show(this, !open.isEmpty());
    cards.getChildren().setAll(open.stream().map(this::card).toList());
  }

  private void say(String code) {
    Shapes.show(refusal, !code.isEmpty());
    if (!code.isEmpty()) {
      CodeWords said = messages.code(code);
      refusal.getChildren().setAll(
          paragraph(said.what(), "strong"),
          paragraph(said.next()),
          label(messages.text(Phrase.CODE, code), "muted", "small"));
    }
  }

  private Node card(ClaimTile claim) {
    HBox card =
        row(
            "claim-card",
            icon(Feather.ALERT_TRIANGLE, "claim-icon"),
            label(claim.amount().inRupees(), "claim-amount"),
            reason(claim),
            gap());
    if (!claim.code().equals(NOT_PRINTED)) {
      card.getChildren().add(button(Phrase.CLAIM_PRINTED, "hold-quiet", () -> model.onPrinted(claim)));
    }
    card.getChildren().add(button(Phrase.CLAIM_RETURNED, "hold-money", () -> model.onGivenBack(claim)));
    return card;
  }

  private Node reason(ClaimTile claim) {
    CodeWords said = messages.code(claim.code());
    String since = words.age(claim.since(), model.now());
    String who =
        claim.sides() == 0
            ? messages.text(Phrase.CLAIM_WHO, claim.name(), since)
            : messages.text(Phrase.CLAIM_WHO_SIDES, claim.name(), since, claim.sides());
    VBox text =
        stack(
            "claim-text",
            label(said.what(), "strong"),
            label(who),
            label(messages.text(Phrase.CODE, claim.code()), "muted", "small"));
    HBox.setHgrow(text, Priority.SOMETIMES);
    return text;
  }

  private HoldButton button(Phrase says, String style, Runnable action) {
    HoldButton button = new HoldButton(action, messages.text(Phrase.HOLD_TIP));
    button.setText(messages.text(says));
    button.getStyleClass().addAll(style, "claim-button");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
