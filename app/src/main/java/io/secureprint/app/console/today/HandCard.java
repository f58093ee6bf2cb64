// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.today;

import static io.secureprint.app.fx.Shapes.dot;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.paragraph;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.ClaimTile;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.agent.journey.ShopStatus.Note;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.app.console.Ways;
import io.secureprint.app.fx.HoldButton;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Messages.CodeWords;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.TimeWords;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.util.function.Consumer;

/// One thing that needs a hand: what it is, how much, since when, and its one button.
final class HandCard extends HBox {
  private final Hand hand;
  private final TimeWords words;
  private final Messages messages;
  private final Actions actions;
  private final Label age = label("", "muted", "small");

  /// What the buttons do. `toSession` opens one at the place where it is worked on.
  record Actions(TodayViewModel model, Ways ways, Consumer<SessionTile> toSession) {}

  HandCard(Hand hand, TimeWords words, Actions actions) {
    this.hand = hand;
    this.words = words;
    this.messages = words.messages();
    this.actions = actions;
    getStyleClass().addAll("hand-card", hand instanceof Hand.Closed ? "hand-closed" : "hand-asks");
    setAlignment(Pos.CENTER_LEFT);
    setId(hand.key().replaceAll("[^A-Za-z0-9]+", "-"));
    switch (hand) {
      case Hand.Closed(Note note) -> closed(note);
      case Hand.Trouble(Note note, boolean atPrinter) -> trouble(note, atPrinter);
      case Hand.Customer(SessionTile tile, Hand.Wish wish) -> customer(tile, wish);
      case Hand.Owed(ClaimTile claim) -> owed(claim);
    }
    tick(actions.model().now().get());
  }

  /// Tells how long it has waited by now.
  void tick(Instant now) {
    age.setText(words.age(hand.since(), now));
  }

  private void closed(Note note) {
    told(icon(Feather.SLASH, "hand-icon-closed"), said(note), note.code());
    if (note.effect() == ShopStatus.Effect.CLOSED_UNTIL_LOOKED_AT) {
      hold(Phrase.HOLD_TO_OPEN_SHOP, actions.model()::onReopen);
    } else {
      button(Phrase.TO_HEALTH, actions.ways().toHealth());
    }
  }

  private void trouble(Note note, boolean atPrinter) {
    Feather picture = atPrinter ? Feather.PRINTER : Feather.ALERT_TRIANGLE;
    told(icon(picture, "hand-icon"), said(note), note.code());
    if (atPrinter) {
      button(Phrase.TO_PRINTERS, actions.ways().toPrinters());
    } else {
      button(Phrase.TO_HEALTH, actions.ways().toHealth());
    }
  }

  private VBox said(Note note) {
    CodeWords told = messages.code(note.code());
    String what = note.subject().isEmpty() ? told.what() : note.subject() + ": " + told.what();
    return stack("hand-words", paragraph(what, "strong"), paragraph(told.next()));
  }

  private void customer(SessionTile tile, Hand.Wish wish) {
    String name = messages.name(tile.name());
    Phrase what =
        switch (wish) {
          case CASH -> Phrase.CASH_TO_TAKE;
          case UPI -> Phrase.UPI_TO_SEE;
          case HELD -> Phrase.UPI_HELD;
          case STUCK -> Phrase.STAGE_PRINTING;
        };
    String said = tile.code() == null ? messages.text(what) : messages.code(tile.code()).what();
    told(
        dot(tile.name().colour(), 12),
        stack("hand-words", label(name, "strong"), paragraph(said)),
        tile.code() == null ? "" : tile.code());
    amount(tile.price());
    if (wish == Hand.Wish.CASH) {
      hold(Phrase.HOLD_TO_CONFIRM, () -> actions.model().onCash(tile), tile.price().inRupees())
          .getStyleClass()
          .add("hold-money");
    } else {
      button(Phrase.TO_SESSION, () -> actions.toSession().accept(tile));
    }
  }

  private void owed(ClaimTile claim) {
    told(
        icon(Feather.ROTATE_CCW, "hand-icon"),
        stack(
            "hand-words",
            paragraph(messages.code(claim.code()).what(), "strong"),
            label(messages.name(claim.name()))),
        claim.code());
    amount(claim.amount());
    button(Phrase.TO_CLAIMS, actions.ways().toSessions());
  }

  private void told(Node picture, VBox said, String code) {
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox small = new HBox(8, age);
    if (!code.isEmpty()) {
      small.getChildren().add(label(messages.text(Phrase.CODE, code), "muted", "small"));
    }
    said.getChildren().add(small);
    getChildren().addAll(picture, said);
  }

  private void amount(Paise money) {
    if (money.value() > 0) {
      Label amount = label(money.inRupees(), "hand-amount");
      amount.setMinWidth(USE_PREF_SIZE);
      getChildren().add(amount);
    }
  }

  private HoldButton hold(Phrase says, Runnable action, Object... arguments) {
    HoldButton hold = new HoldButton(action, messages.text(Phrase.HOLD_TIP));
    hold.getStyleClass().add("hand-button");
    shown(hold, messages.text(says, arguments));
    return hold;
  }

  private void button(Phrase says, Runnable action) {
    Button button = new Button();
    button.getStyleClass().add("hand-button");
    button.setOnAction(_ -> action.run());
    shown(button, messages.text(says));
  }

  private void shown(Button button, String says) {
    button.setText(says);
    button.setMinWidth(USE_PREF_SIZE);
    getChildren().add(button);
  }
}
