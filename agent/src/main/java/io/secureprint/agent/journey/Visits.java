// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Contexts;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Journal;
import io.secureprint.agent.engine.Start;
import io.secureprint.agent.intake.CloseCode;
import io.secureprint.agent.intake.Doors;
import io.secureprint.agent.intake.Guest;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneLine;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.intake.Sid;
import io.secureprint.agent.intake.TurnedAway;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.session.EndReason;
import io.secureprint.agent.session.KeyRing;
import io.secureprint.agent.session.PrintSession;
import io.secureprint.agent.session.SessionState;
import io.secureprint.agent.session.Sessions;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.printer.PrinterStatus;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All visits under way: lets phones in, carries their wishes to money and workflow, and ends them.
/// Thread-safe.
public final class Visits implements Doors, Contexts, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

  private static final Desk.Answer UNKNOWN = new Desk.Answer.Refused("SESSION_UNKNOWN");

  private final House house;
  private final Map<String, Visit> byExecution = new ConcurrentHashMap<>();
  private final Observable<List<SessionTile>> tiles = new Observable<>(List.of());
  private final Observable<List<PaymentTile>> payments = new Observable<>(List.of());
  private final Soon refresh = new Soon("tiles", this::showTiles);
  private final Alerts alerts;
  private final Runnable claimed;
  private final Runnable guessed;
  private @Nullable Office office;

  /// `claimed` hears of each claim, so that the kiosk shows a fresh QR; `guessed` of whoever tries to
  /// get in without the QR.
  public Visits(House house, Runnable claimed, Runnable guessed) {
    this.house = house;
    this.alerts = new Alerts(house.clock());
    this.claimed = claimed;
    this.guessed = guessed;
  }

  /// Money and workflow, which were built after this.
  public void opens(Cashier cashier, Engine engine, UpiWay upi) {
    Duration wait = house.rules().paymentWait();
    office = new Office(new Till(cashier, engine, house.clock(), wait, upi), engine);
  }

  /// Something happened to the money of an intent.
  public void moneyMoved(Intent intent) {
    find(intent.executionId()).ifPresent(visit -> office().till().moved(visit));
  }

  @Override
  public Context of(String executionId) {
    return find(executionId).map(visit -> visit.session().context()).orElse(Context.LOST);
  }

  @Override
  public void guessed(Sid sid) {
    house.sessions().replace(sid.toString());
    guessed.run();
    claimed.run();
  }

  /// The signal by which the workflow hears of the money, within the unit of work that books it.
  public static Cashier.Paid paidSignal(Engine engine, Visits visits) {
    return Till.signalTo(engine, visits);
  }

  Observable<List<PaymentTile>> shownPayments() {
    return payments;
  }

  public Observable<List<SessionTile>> tiles() {
    return tiles;
  }

  @Override
  public Optional<Keys> enter(Sid sid, boolean resume) {
    return house.sessions().find(sid.toString()).flatMap(session -> {
      Optional<byte[]> own = session.join().staticPrivate().copy();
      Optional<byte[]> psk =
          resume
              ? visit(session).flatMap(visit -> visit.resume().copy())
              : session.join().joinPsk().copy();
      return own.isPresent() && psk.isPresent()
          ? Optional.of(new Keys(own.get(), psk.get()))
          : Optional.empty();
    });
  }

  @Override
  public Optional<Guest> claim(Arrival arrival, PhoneLine line) {
    Optional<PrintSession> session = house.sessions().find(arrival.sid().toString());
    Optional<Visit> visit =
        arrival.resume()
            ? session.flatMap(this::visit).filter(Visit::mayResume)
            : session.flatMap(s -> begin(s, arrival));
    return visit.flatMap(found ->
        found.session().keys().add(arrival.claim().previewKey()).map(previewKey -> {
          found.arrived(line);
          refresh();
          return new PhoneGuest(house, this, found, line, previewKey);
        }));
  }

  @Override
  public void turnedAway(TurnedAway why) {
    alerts.raise(why.name());
  }

  /// Somebody used a name that is not this PC's.
  public void calledByForeignName() {
    turnedAway(TurnedAway.FOREIGN_PAGE);
  }

  Alerts alerts() {
    return alerts;
  }

  /// A plan gets its price, if the customer is still choosing.
  void quote(Visit visit, SheetPlan plan) {
    if (visit.session().state() == SessionState.CLAIMED) {
      visit.quoted(house.pricing().quote(plan));
    }
  }

  /// No money is asked for while the printer is known to be dead.
  void pay(Visit visit, String quoteId, PayMethod method) {
    Optional<String> closed =
        visit.session().state() == SessionState.CLAIMED ? printerTrouble() : Optional.empty();
    if (closed.isPresent()) {
      visit.send(Messages.problem(PhoneMessage.Pay.class, closed.get()));
    } else {
      office().till().pay(visit, quoteId, method);
    }
  }

  private Optional<String> printerTrouble() {
    if (!house.lane().isOpen()) {
      return Optional.of(Destroyed.SPOOL);
    }
    return house.printer().status().state() == PrinterStatus.State.UNREACHABLE
        ? Optional.of("PRINTER_UNREACHABLE")
        : Optional.empty();
  }

  void payBack(Visit visit) {
    office().till().back(visit);
  }

  Desk.Answer confirmCash(String sessionId, Paise amount, String actor) {
    return bySession(sessionId)
        .map(visit -> office().till().takeCash(visit, amount, actor))
        .orElse(UNKNOWN);
  }

  Desk.Answer confirmUpi(String sessionId, Paise amount, String utr, String actor) {
    return bySession(sessionId)
        .map(visit -> office().till().takeUpi(visit, amount, utr, actor))
        .orElse(UNKNOWN);
  }

  Desk.Answer accept(String sessionId, String actor) {
    return bySession(sessionId)
        .map(visit -> office().till().accept(visit, actor))
        .orElse(UNKNOWN);
  }

  /// Who is about to pay by UPI, first come first shown.
  List<PaymentTile> payments() {
    return byExecution.values().stream()
        .flatMap(visit -> visit.payment().stream())
        .sorted(Comparator.comparing(PaymentTile::until))
        .toList();
  }

  /// Ends a session whose sheets are not on paper. What was paid for them stays on record as a claim.
  Desk.Answer cancel(String sessionId) {
    Optional<Visit> visit = bySession(sessionId);
    if (visit.isEmpty()) {
      return UNKNOWN;
    }
    if (visit.get().session().state().compareTo(SessionState.PRINTED) >= 0) {
      return new Desk.Answer.Refused("ALREADY_PRINTED");
    }
    end(visit.get(), EndReason.CANCELLED);
    return new Desk.Answer.Done();
  }

  /// Kills workers and keys at once; the workflow's finaliser does the rest. Money that came first
  /// stays on record as owed.
  ///
  /// What is paid when the agent stops is not cancelled: the next start finds out what became of the
  /// print, and goes on from there.
  void end(Visit visit, EndReason reason) {
    visit.ends(reason);
    if (visit.endOnRecord()) {
      return;
    }
    boolean owed = !office().till().close(visit);
    if (!owed || visit.ending() != EndReason.SHUTDOWN) {
      String code =
          owed ? PrintJourney.PAID_NOT_PRINTED.code() : "SESSION_" + visit.ending().name();
      office().engine().cancel(visit.executionId(), code, visit.ending().code());
    }
    visit.endIsOnRecord();
    refresh();
  }

  /// The data is destroyed: the phone is told, and the place is free.
  void gone(Visit visit) {
    byExecution.remove(visit.executionId());
    for (PrintSession admitted : house.sessions().ended(visit.session())) {
      visit(admitted).ifPresent(Visit::admitted);
    }
    byExecution.values().forEach(Visit::tellPlace);
    refresh();
  }

  /// An execution that a former run of the agent left behind: its documents died with that run. What
  /// is not paid ends; what is paid goes on to its print step, which knows what to do. False when
  /// nobody can tell what it was.
  public boolean orphaned(String executionId) {
    try {
      if (office().till().close(executionId)) {
        office().engine().cancel(executionId, PrintJourney.AGENT_RESTARTED.code(), "agent");
      }
      return true;
    } catch (Journal.Unreadable e) {
      LOG.error("a session of a former run stays as it is", e);
      return false;
    }
  }

  /// Ends what has run out of time. Called every second.
  public void tick() {
    for (Visit visit : byExecution.values()) {
      try {
        tick(visit);
      } catch (RuntimeException e) {
        // The disk may be full: the next second tries again, and other customers have theirs.
        LOG.error("the clock of session {} could not be looked at", visit.session().id(), e);
      }
    }
  }

  private void tick(Visit visit) {
    if (visit.isEnding()) {
      end(visit, visit.ending());
    } else {
      office().till().expire(visit);
      visit.session().overdue(now()).ifPresent(reason -> end(visit, reason));
    }
  }

  /// The agent stops: every session's data dies now. Phones hear of it by their receipts; those that
  /// have none when this PC goes are hung up on by [#hangUp].
  public void shutDown() {
    for (Visit visit : byExecution.values()) {
      try {
        end(visit, EndReason.SHUTDOWN);
      } catch (RuntimeException e) {
        LOG.error("the end of session {} is not on record", visit.session().id(), e);
      }
    }
  }

  /// Whoever is still on the line.
  public void hangUp() {
    byExecution.values().forEach(visit -> visit.hangUp(CloseCode.SHUTDOWN));
  }

  /// Whether nobody is left but those whose paid prints the next start follows.
  public boolean isQuiet() {
    return byExecution.values().stream().allMatch(Visit::isPaid);
  }

  Optional<Visit> find(String executionId) {
    return Optional.ofNullable(byExecution.get(executionId));
  }

  void refresh() {
    refresh.wish();
  }

  @Override
  public void close() {
    refresh.close();
  }

  private void showTiles() {
    payments.set(payments());
    tiles.set(
        byExecution.values().stream()
            .map(Visit::tile)
            .sorted(Comparator.comparing(SessionTile::since))
            .toList());
  }

  private Optional<Visit> begin(PrintSession session, Arrival arrival) {
    if (!claimed(session)) {
      return Optional.empty();
    }
    String receiptName = Receipts.name(arrival.resumePsk());
    Optional<KeyRing.Key> resume = session.keys().add(arrival.resumePsk());
    Optional<KeyRing.Key> salt = session.keys().add(house.ids().bytes(32));
    Start start =
        new Start(
            "session-" + session.id(),
            session.id(),
            house.ids().hex128(),
            Facts.of(PrintJourney.NAME, session.name().english()));
    Optional<String> execution = started(session, start);
    if (resume.isEmpty() || salt.isEmpty() || execution.isEmpty()) {
      return Optional.empty();
    }
    Visit visit =
        new Visit(
            house,
            session,
            execution.get(),
            new Visit.Badge(arrival.sas(), receiptName, resume.get(), salt.get()),
            this::refresh);
    byExecution.put(execution.get(), visit);
    claimed.run();
    return Optional.of(visit);
  }

  private boolean claimed(PrintSession session) {
    Sessions.Claim claim = house.sessions().claim(session);
    if (claim != Sessions.Claim.GIVEN) {
      LOG.warn("session {} is not given to a phone: {}", session.id(), claim);
      alerts.raise(claim == Sessions.Claim.FULL ? "SHOP_FULL" : "SECOND_PHONE");
    }
    return claim == Sessions.Claim.GIVEN;
  }

  /// A session whose workflow cannot be written down does not begin, and takes no place.
  private Optional<String> started(PrintSession session, Start start) {
    try {
      return office().engine().start(PrintJourney.DEFINITION, start);
    } catch (RuntimeException e) {
      LOG.error("session {} cannot begin", session.id(), e);
      session.keys().destroy();
      house.sessions().ended(session);
      return Optional.empty();
    }
  }

  private Optional<Visit> visit(PrintSession session) {
    return byExecution.values().stream()
        .filter(visit -> visit.session().equals(session))
        .findFirst();
  }

  private Optional<Visit> bySession(String sessionId) {
    return byExecution.values().stream()
        .filter(visit -> visit.session().id().equals(sessionId))
        .findFirst();
  }

  private Office office() {
    return Objects.requireNonNull(office, "the office opens before the doors");
  }

  private Instant now() {
    return house.clock().instant();
  }

  private record Office(Till till, Engine engine) {}
}
