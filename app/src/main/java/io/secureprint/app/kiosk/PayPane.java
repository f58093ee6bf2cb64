// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static io.secureprint.app.fx.Shapes.dot;
import static io.secureprint.app.fx.Shapes.icon;
import static io.secureprint.app.fx.Shapes.label;
import static io.secureprint.app.fx.Shapes.row;
import static io.secureprint.app.fx.Shapes.stack;

import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.journey.PaymentTile;
import io.secureprint.agent.session.EasyName;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.Shapes;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// One customer's payment: whose, the code for any UPI app, how much, and how long it can be paid;
/// below it who pays after that, and smaller the code for the next customer.
final class PayPane extends VBox {
  private static final double NEXT_SIDE = 190;
  /// So many of those who wait are named.
  private static final int NAMED = 2;

  private final BothLanguages words;
  private final InstantSource clock;
  private final QrPane code = new QrPane(false);
  private final QrPane next = new QrPane(false);
  private final WifiPane wifi;
  private final HBox who = row("pay-who");
  private final Label amount = label("", "pay-amount");
  private final Label left = label("", "pay-left");
  private final HBox others = row("pay-others");
  private final Label turn = label("", "pay-turn");
  private final Timeline seconds;
  private KioskFace.@Nullable Paying shown;

  /// @param tick called every second while somebody's code is shown
  PayPane(BothLanguages words, InstantSource clock, Runnable tick) {
    this.words = words;
    this.clock = clock;
    this.wifi = new WifiPane(words, Side.RIGHT);
    this.seconds =
        new Timeline(
            new KeyFrame(
                javafx.util.Duration.seconds(1),
                _ -> {
                  tick.run();
                  showTimes();
                }));
    seconds.setCycleCount(Animation.INDEFINITE);
    getStyleClass().add("invite");
    setAlignment(Pos.TOP_CENTER);
    who.setAlignment(Pos.CENTER);
    others.setAlignment(Pos.CENTER);
    others.setId("pay-others");
    amount.setId("pay-amount");
    VBox.setVgrow(code, Priority.ALWAYS);
    next.setPrefSize(NEXT_SIDE, NEXT_SIDE);
    next.setMinSize(NEXT_SIDE, NEXT_SIDE);
    getChildren().addAll(who, code, amount, left, others, invitation());
  }

  void show(KioskFace.Paying paying) {
    PaymentTile payment = paying.payment();
    shown = paying;
    code.show(payment.link());
    next.show(paying.ticket().address());
    who.getChildren()
        .setAll(
            dot(payment.name().colour(), 48),
            label(words.firstName(payment.name()), "pay-name"),
            label(words.secondName(payment.name()), "pay-name-second"));
    amount.setText(payment.due().inRupees());
    showOthers(paying.others());
    showTimes();
    seconds.play();
  }

  void showWifi(AgentConfig.Kiosk posted) {
    wifi.show(posted);
  }

  /// Side by side only a wide screen has room for both ways to begin.
  void setWide(boolean wide) {
    wifi.setRoom(wide);
  }

  /// While it is not on the screen nothing moves.
  void stop() {
    seconds.stop();
  }

  /// Whoever waits sees when the turn comes, and who else is before the counter.
  private void showOthers(List<PaymentTile> waiting) {
    Shapes.show(others, !waiting.isEmpty());
    others.getChildren().setAll(icon(Feather.CLOCK, "pay-clock"), turn);
    waiting.stream()
        .limit(NAMED)
        .map(PaymentTile::name)
        .forEach(name -> others.getChildren().addAll(dot(name.colour(), 32), names(name)));
    int more = waiting.size() - NAMED;
    if (more > 0) {
      others
          .getChildren()
          .add(
              stack(
                  "pay-other",
                  label(words.first(Phrase.KIOSK_MORE, more), "pay-other-name"),
                  label(words.second(Phrase.KIOSK_MORE, more), "pay-other-second")));
    }
  }

  private Node names(EasyName name) {
    return stack(
        "pay-other",
        label(words.firstName(name), "pay-other-name"),
        label(words.secondName(name), "pay-other-second"));
  }

  private void showTimes() {
    if (shown != null) {
      String time = rest(shown.payment().until());
      left.setText(
          words.first(Phrase.KIOSK_PAY, time) + "  ·  " + words.second(Phrase.KIOSK_PAY, time));
      if (!shown.others().isEmpty()) {
        showTurn(rest(shown.turn()));
      }
    }
  }

  private void showTurn(String time) {
    turn.setText(
        words.first(Phrase.KIOSK_PAY_THEN, time)
            + "\n"
            + words.second(Phrase.KIOSK_PAY_THEN, time));
  }

  private String rest(Instant until) {
    long whole = Math.max(0, Duration.between(clock.instant(), until).toSeconds());
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  private Node invitation() {
    VBox text =
        stack(
            "pay-next-text",
            label(words.first(Phrase.KIOSK_SCAN), "step-words"),
            label(words.second(Phrase.KIOSK_SCAN), "step-words-second"));
    text.setAlignment(Pos.CENTER_LEFT);
    HBox invitation = row("pay-next", wifi, next, text);
    invitation.setAlignment(Pos.CENTER);
    return invitation;
  }
}
