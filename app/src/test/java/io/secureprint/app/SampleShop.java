// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.KioskTicket;
import io.secureprint.agent.journey.Owed;
import io.secureprint.agent.journey.PaymentTile;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.journey.ShopStatus;
import io.secureprint.agent.journey.ShopStatus.Effect;
import io.secureprint.agent.journey.ShopStatus.Note;
import io.secureprint.agent.journey.ShopStatus.State;
import io.secureprint.agent.journey.Stage;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.session.EasyName;
import io.secureprint.agent.store.TestBoard;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A shop in memory: what a test sets is what the screens see, and what they ask is written down.
public final class SampleShop implements Desk {
  public static final Instant NOW = Instant.parse("2026-11-21T05:10:00Z");
  public static final InstantSource CLOCK = InstantSource.fixed(NOW);
  public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
  public static final String NAME = "Sharma Print & Xerox";

  public static final String ADDRESS =
      "http://192.168.1.20:8080/#AQm4vM0N2pTq8uZ6yR1xA7w5sD3fG9hK0lQ2eB4cV6nY3q2vE0m8Yd0bqkq3cX0b9w";
  public static final List<EasyName> NAMES =
      List.of(
          new EasyName("Blue Mango", "नीला आम", "#0072b2"),
          new EasyName("Orange Coconut", "नारंगी नारियल", "#e69f00"),
          new EasyName("Green Guava", "हरा अमरूद", "#009e73"),
          new EasyName("Sky Plum", "आसमानी आलूबुखारा", "#56b4e9"),
          new EasyName("Grey Melon", "स्लेटी खरबूज़ा", "#6e6e6e"),
          new EasyName("Pink Lychee", "गुलाबी लीची", "#cc79a7"));

  public final Observable<KioskTicket> ticket = new Observable<>(new KioskTicket(ADDRESS, NOW));
  public final Observable<List<SessionTile>> sessions = new Observable<>(List.of());
  public final Observable<ShopStatus> status =
      new Observable<>(new ShopStatus(State.OPEN, List.of()));
  public final SampleOwed owed = new SampleOwed();
  public final Observable<List<PaymentTile>> payments = new Observable<>(List.of());
  public final SamplePrinters printers = new SamplePrinters();
  public final SampleTakings takings = new SampleTakings();
  public final SampleDayBook books = new SampleDayBook();
  public final SamplePrices prices = new SamplePrices();
  public final SampleWorkflows workflows = new SampleWorkflows();
  public AutomationDesk automations = new SampleAutomations();
  public final SampleOutside outside = new SampleOutside();
  public final SampleHealth health = new SampleHealth();
  public final SampleChoices choices = new SampleChoices();
  public Supplier<TestBoard> board = SampleBoard::empty;
  /// What is to be let go with it: the boards outlive every shop.
  public final List<Runnable> followers = new ArrayList<>();
  public final List<String> asked = new ArrayList<>();
  public Answer answer = new Answer.Done();
  public boolean broken;
  public boolean keepsCopies;
  public AgentConfig.Kiosk posted = new AgentConfig.Kiosk("", "", "");

  @Override
  public Observable<KioskTicket> ticket() {
    return ticket;
  }

  @Override
  public boolean keepsCopies() {
    return keepsCopies;
  }

  @Override
  public Observable<List<SessionTile>> sessions() {
    return sessions;
  }

  @Override
  public Observable<ShopStatus> status() {
    return status;
  }

  @Override
  public Answer confirmCash(String sessionId, Paise amount, String actor) {
    asked.add("cash " + sessionId + " " + amount.value() + " " + actor);
    return answered();
  }

  @Override
  public Answer confirmUpi(String sessionId, Paise amount, String utr, String actor) {
    asked.add("upi " + sessionId + " " + amount + " " + utr + " " + actor);
    return answered();
  }

  @Override
  public Answer mark(String sessionId, Paise amount, String utr, String actor) {
    asked.add("mark " + sessionId + " " + amount + " " + utr + " " + actor);
    return answered();
  }

  @Override
  public Answer useCredit(String sessionId, String brief, String actor) {
    asked.add("credit " + sessionId + " " + brief + " " + actor);
    return answered();
  }

  @Override
  public Answer accept(String sessionId, String reason, String actor) {
    asked.add("accept " + sessionId + " (" + reason + ") " + actor);
    return answered();
  }

  @Override
  public Observable<List<PaymentTile>> payments() {
    return payments;
  }

  @Override
  public Answer cancel(String sessionId, String actor) {
    asked.add("cancel " + sessionId + " " + actor);
    return answered();
  }

  @Override
  public Answer reopen(String actor) {
    asked.add("reopen " + actor);
    return answered();
  }

  @Override
  public Owed owed() {
    return owed;
  }

  private Answer answered() {
    if (broken) {
      throw new IllegalStateException("the agent is gone");
    }
    return answer;
  }

  /// Until somebody has looked.
  public void closeFor(String code) {
    close(note(code, "", Effect.CLOSED_UNTIL_LOOKED_AT));
  }

  public void closeWhile(String code) {
    close(note(code, "", Effect.CLOSED_WHILE_SO));
  }

  private void close(Note why) {
    status.set(new ShopStatus(State.CLOSED, List.of(why)));
    ticket.set(new KioskTicket("#", NOW));
  }

  /// The agent is not ready yet.
  public void start() {
    ticket.set(new KioskTicket("#", NOW));
  }

  public void trouble(String code, String printer) {
    status.set(new ShopStatus(State.ATTENTION, List.of(note(code, printer, Effect.TOLD))));
  }

  private static Note note(String code, String subject, Effect effect) {
    return new Note(code, subject, NOW.minusSeconds(8 * 60), effect);
  }

  /// Six customers, one at each stage and two that want a person.
  public static List<SessionTile> six() {
    return List.of(
        tile(0, Stage.PRINTING, 7, 12, false, null),
        tile(1, Stage.PAYING, 0, 0, true, null),
        tile(2, Stage.COLLECT, 4, 4, false, null),
        tile(3, Stage.PRINTING, 3, 40, true, "media-empty"),
        tile(4, Stage.CHOOSING, 0, 0, false, null),
        tile(5, Stage.PAYING, 0, 0, false, null));
  }

  /// One customer who pays by UPI: to the shop's own address, or by a gateway.
  public static List<SessionTile> upi(SessionTile.Teller teller, @Nullable Paise held) {
    boolean wanted = teller != SessionTile.Teller.GATEWAY || held != null;
    SessionTile one =
        tile(1, Stage.PAYING, 0, 0, wanted, held == null ? null : "PAID_PARTIAL");
    return List.of(
        new SessionTile(
            one.sessionId(), one.executionId(), one.name(), one.sas(), one.stage(), one.files(),
            one.sheets(), one.price(), 0, 0, one.wanted(), one.code(),
            new SessionTile.Money(PayMethod.UPI, teller, held), one.since()));
  }

  public static List<PaymentTile> paying() {
    return List.of(payment(1));
  }

  /// Four who want to pay at the same time.
  public static List<PaymentTile> payingTogether() {
    return List.of(payment(1), payment(3), payment(5), payment(2));
  }

  public static PaymentTile payment(int at) {
    String name = NAMES.get(at).english().replace(" ", "%20");
    return new PaymentTile(
        "session-" + at,
        NAMES.get(at),
        new Paise(7_799),
        "upi://pay?pa=shop.xerox@okhdfcbank&pn=Sharma%20Print%20%26%20Xerox&tn=" + name
            + "&am=77.99&cu=INR",
        NOW.plusSeconds(12 * 60 + 40 + at));
  }

  public static SessionTile tile(
      int at, Stage stage, int done, int total, boolean wanted, @Nullable String code) {
    boolean quoted = stage != Stage.CHOOSING;
    return new SessionTile(
        "session-" + at,
        "execution-" + at,
        NAMES.get(at % NAMES.size()),
        String.format("%04d", (at * 2711 + 5608) % 10_000),
        stage,
        at % 3 + 1,
        quoted ? at * 3 + 2 : 0,
        quoted ? new Paise(6_500 + at * 1_300L) : Paise.ZERO,
        done,
        total,
        wanted,
        code,
        SessionTile.Money.CASH,
        NOW.minusSeconds(25 + at * 130L));
  }
}
