// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Contexts;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.Journal;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.engine.step.Audience;
import io.secureprint.agent.intake.CloseCode;
import io.secureprint.agent.intake.Doors;
import io.secureprint.agent.intake.Guest;
import io.secureprint.agent.intake.PhoneLine;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.intake.Sid;
import io.secureprint.agent.intake.TurnedAway;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Counter;
import io.secureprint.agent.payment.Flag;
import io.secureprint.agent.session.EndReason;
import io.secureprint.agent.session.PrintSession;
import io.secureprint.agent.session.SessionState;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All visits under way: lets phones in, tells them what becomes of their money, and ends them.
/// Thread-safe.
public final class Visits implements Doors, Contexts, AutoCloseable {
  private static final Set<Flag> TOLD =
      Set.of(Flag.REFUNDED_OUTSIDE, Flag.PAYMENT_FOREIGN, Flag.PAYMENT_CONFLICT);
  private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

  private final House house;
  private final VisitBook book = new VisitBook();
  private final OwnerSteps steps;
  private final Alerts alerts;
  private final Runnable claimed;
  private final Runnable guessed;
  private @Nullable Office office;

  /// `claimed` hears of each claim, so that the kiosk shows a fresh QR; `guessed` of whoever tries to
  /// get in without the QR.
  public Visits(House house, Cel cel, Runnable claimed, Runnable guessed) {
    this.house = house;
    this.steps = new OwnerSteps(book, cel);
    this.alerts = new Alerts(house.clock());
    this.claimed = claimed;
    this.guessed = guessed;
  }

  /// Money and workflow, which were built after this.
  public void opens(Counter counter, Engine engine, UpiWay upi, Supplier<Shelf.Running> workflow) {
    Duration wait = house.rules().paymentWait();
    Till till = new Till(counter, engine, house.clock(), wait, upi);
    office =
        new Office(
            new PayDesk(house, book, till, steps),
            till,
            engine,
            new Admission(house, book, alerts, engine, workflow));
  }

  /// Something happened to money. What belongs to no visit that is to be seen is told in any case.
  public void moneyMoved(Cashier.Outcome outcome) {
    outcome.flag().filter(TOLD::contains).map(Flag::name).ifPresent(alerts::raise);
    outcome.intent().flatMap(intent -> find(intent.executionId())).ifPresent(this::moneyMoved);
  }

  private void moneyMoved(Visit visit) {
    office().till().moved(visit);
    if (office().till().revoked(visit)) {
      end(visit, EndReason.CANCELLED);
    }
  }

  /// Who is shown what the owner's workflow asks.
  public Audience audience() {
    return steps;
  }

  /// A customer has come to choosing what to print.
  void choosing(String executionId) {
    steps.nothing(executionId);
    find(executionId).ifPresent(visit -> money().requote(visit));
  }

  /// The customer answers what the owner's workflow asks.
  void answer(Visit visit, PhoneMessage.StepInput input) {
    visit.steps().input(
        input, visit.session().context(), visit.executionId(), office().engine());
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

  VisitBook book() {
    return book;
  }

  @Override
  public Optional<Keys> enter(Sid sid, boolean resume) {
    return house.sessions().find(sid.toString()).flatMap(session -> {
      Optional<byte[]> own = session.join().staticPrivate().copy();
      Optional<byte[]> psk =
          resume
              ? book.of(session).flatMap(visit -> visit.resume().copy())
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
            ? session.flatMap(book::of).filter(Visit::mayResume)
            : session.flatMap(s -> begin(s, arrival));
    return visit.flatMap(found ->
        found.session().keys().add(arrival.claim().previewKey()).map(previewKey -> {
          found.arrived(line);
          book.refresh();
          return new PhoneGuest(house, this, found, line, previewKey);
        }));
  }

  private Optional<Visit> begin(PrintSession session, Arrival arrival) {
    Optional<Visit> visit = office().admission().begin(session, arrival);
    if (visit.isPresent()) {
      claimed.run();
    }
    return visit;
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

  /// Where customers and people of the shop turn to about money.
  PayDesk money() {
    return office().money();
  }

  /// Ends a session whose sheets are not on paper. What was paid for them stays on record as a claim.
  Desk.Answer cancel(String sessionId, String actor) {
    Optional<Visit> visit = book.bySession(sessionId);
    if (visit.isEmpty()) {
      return PayDesk.UNKNOWN;
    }
    if (visit.get().session().state().compareTo(SessionState.PRINTED) >= 0) {
      return new Desk.Answer.Refused("ALREADY_PRINTED");
    }
    end(visit.get(), EndReason.CANCELLED, actor);
    return new Desk.Answer.Done();
  }

  /// The steps that failed of destructions which are not done yet.
  List<String> unerased() {
    return book.all().stream()
        .flatMap(visit -> visit.destroyed().stream())
        .flatMap(done -> done.failures().stream())
        .filter(code -> !code.equals(Destroyed.SPOOL))
        .distinct()
        .toList();
  }

  /// Kills workers and keys at once; the workflow's finaliser does the rest. Money that came first
  /// stays on record as owed.
  ///
  /// What is paid when the agent stops is not cancelled: the next start finds out what became of the
  /// print, and goes on from there.
  void end(Visit visit, EndReason reason) {
    end(visit, reason, reason.code());
  }

  private void end(Visit visit, EndReason reason, String by) {
    visit.ends(reason, by);
    if (visit.leaving().isOnRecord()) {
      return;
    }
    boolean owed = !office().till().close(visit);
    if (!owed || visit.leaving().reason() != EndReason.SHUTDOWN) {
      String code =
          owed ? PrintJourney.PAID_NOT_PRINTED.code() : visit.leaving().reason().problem();
      office().engine().cancel(visit.executionId(), code, visit.leaving().by());
    }
    visit.leaving().putOnRecord();
    book.refresh();
  }

  /// The data is destroyed: the phone is told, and the place is free.
  void gone(Visit visit) {
    book.remove(visit);
    book.admitted(house.sessions().ended(visit.session()));
    book.refresh();
  }

  /// An execution that a former run of the agent left behind. A customer's documents died with that run:
  /// what is not paid ends; what is paid goes on to its print step, which knows what to do. What a program
  /// began goes on. Where nobody can tell what it was, people hear of it.
  public void orphaned(String executionId) {
    try {
      boolean open = office().till().close(executionId);
      if (open && office().engine().find(executionId).filter(Visits::isOfCustomer).isPresent()) {
        office().engine().cancel(executionId, PrintJourney.AGENT_RESTARTED.code(), "agent");
      }
    } catch (Journal.Unreadable e) {
      LOG.error("a session of a former run stays as it is", e);
      alerts.keep("EXECUTION_UNREADABLE");
    }
  }

  private static boolean isOfCustomer(Execution execution) {
    return execution.identity().isOfCustomer();
  }

  /// Ends what has run out of time. Called every second.
  public void tick() {
    for (Visit visit : book.all()) {
      try {
        tick(visit);
      } catch (RuntimeException e) {
        // The disk may be full: the next second tries again, and other customers have theirs.
        LOG.error("the clock of session {} could not be looked at", visit.session().id(), e);
      }
    }
  }

  private void tick(Visit visit) {
    if (visit.leaving().hasBegun()) {
      end(visit, visit.leaving().reason());
    } else {
      money().tick(visit);
      visit.session().overdue(now()).ifPresent(reason -> end(visit, reason));
    }
  }

  /// The agent stops: every session's data dies now. Phones hear of it by their receipts; those that
  /// have none when this PC goes are hung up on by [#hangUp].
  public void shutDown() {
    for (Visit visit : book.all()) {
      try {
        end(visit, EndReason.SHUTDOWN);
      } catch (RuntimeException e) {
        LOG.error("the end of session {} is not on record", visit.session().id(), e);
      }
    }
  }

  /// Whoever is still on the line.
  public void hangUp() {
    book.all().forEach(visit -> visit.hangUp(CloseCode.SHUTDOWN));
  }

  /// Whether nobody is left but those whose paid prints the next start follows.
  public boolean isQuiet() {
    return book.all().stream().allMatch(Visit::isPaid);
  }

  Optional<Visit> find(String executionId) {
    return book.find(executionId);
  }

  @Override
  public void close() {
    book.close();
  }

  private Office office() {
    return Objects.requireNonNull(office, "the office opens before the doors");
  }

  private Instant now() {
    return house.clock().instant();
  }

  private record Office(PayDesk money, Till till, Engine engine, Admission admission) {}
}
