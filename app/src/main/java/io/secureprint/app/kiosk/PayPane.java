// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.dot;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.journey.PaymentTile;
import io.secureprint.app.fx.Phrase;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/// One customer's payment: whose, the code for any UPI app, how much, and how long it can be paid;
/// beside it, smaller, the code for the next customer.
final class PayPane extends VBox {
  private static final double NEXT_SIDE = 260;

  private final BothLanguages words;
  private final InstantSource clock;
  private final QrPane code = new QrPane(false);
  private final QrPane next = new QrPane(false);
  private final HBox who = row("pay-who");
  private final Label amount = label("", "pay-amount");
  private final Label left = label("", "pay-left");
  private final Timeline seconds =
      new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> showLeft()));
  private @Nullable PaymentTile shown;

  PayPane(BothLanguages words, InstantSource clock) {
    this.words = words;
    this.clock = clock;
    seconds.setCycleCount(Animation.INDEFINITE);
    getStyleClass().add("invite");
    setAlignment(Pos.TOP_CENTER);
    who.setAlignment(Pos.CENTER);
    amount.setId("pay-amount");
    VBox.setVgrow(code, Priority.ALWAYS);
    next.setPrefSize(NEXT_SIDE, NEXT_SIDE);
    next.setMinSize(NEXT_SIDE, NEXT_SIDE);
    getChildren().addAll(who, code, amount, left, invitation());
  }

  void show(KioskFace.Paying paying) {
    PaymentTile payment = paying.payment();
    shown = payment;
    code.show(payment.link());
    next.show(paying.ticket().address());
    who.getChildren()
        .setAll(
            dot(payment.name().colour(), 48),
            label(words.firstName(payment.name()), "pay-name"),
            label(words.secondName(payment.name()), "pay-name-second"));
    amount.setText(payment.due().inRupees());
    showLeft();
    seconds.play();
  }

  /// While it is not on the screen nothing moves.
  void stop() {
    seconds.stop();
  }

  private void showLeft() {
    if (shown != null) {
      Duration rest = Duration.between(clock.instant(), shown.until());
      long whole = Math.max(0, rest.toSeconds());
      String time = String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
      left.setText(
          words.first(Phrase.KIOSK_PAY, time) + "  ·  " + words.second(Phrase.KIOSK_PAY, time));
    }
  }

  private Node invitation() {
    VBox text =
        stack(
            "pay-next-text",
            label(words.first(Phrase.KIOSK_SCAN), "step-words"),
            label(words.second(Phrase.KIOSK_SCAN), "step-words-second"));
    text.setAlignment(Pos.CENTER_LEFT);
    HBox invitation = row("pay-next", next, text);
    invitation.setAlignment(Pos.CENTER);
    return invitation;
  }
}
