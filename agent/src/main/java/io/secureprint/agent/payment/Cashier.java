// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Opens intents, books payments, and releases the print: payment, state, release, event and the
/// workflow's signal in one unit of work that is on the disk before anyone is told.
public final class Cashier {
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final Ledger ledger;
  private final UnitOfWork unitOfWork;
  private final EventLog events;
  private final Paid paid;
  private final Ids ids;
  private final Clock clock;
  private final boolean live;

  public Cashier(
      Ledger ledger,
      UnitOfWork unitOfWork,
      EventLog events,
      Paid paid,
      Ids ids,
      Clock clock,
      boolean live) {
    this.ledger = ledger;
    this.unitOfWork = unitOfWork;
    this.events = events;
    this.paid = paid;
    this.ids = ids;
    this.clock = clock;
    this.live = live;
  }

  /// What is asked for: so much, by this provider, for the quote with this seal. A provider with a
  /// gateway names its object later, see [#named].
  public record Asked(String provider, Paise due, String quoteMac, Duration validity) {}

  /// Awaits exactly what is due; an intent that was awaited before is cancelled.
  public Intent open(String executionId, Asked asked) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      cancelAwaiting(executionId);
      Instant now = clock.instant();
      String id = ids.hex128();
      Paise due =
          asked.provider().equals(Providers.UPI)
              ? UniqueAmount.below(asked.due(), askedFor(now))
              : asked.due();
      Intent intent =
          new Intent(
              id,
              executionId,
              asked.provider(),
              Providers.isByHand(asked.provider()) ? id : null,
              live,
              due,
              asked.quoteMac(),
              IntentState.AWAITING,
              now,
              now.plus(asked.validity()));
      ledger.insert(intent);
      append(intent, "PaymentAwaited", "customer");
      return intent;
    });
  }

  private Set<Long> askedFor(Instant now) {
    return ledger.amountsSince(Providers.UPI, now.minus(UniqueAmount.RESTS));
  }

  /// The gateway has made its object for an intent.
  public void named(String intentId, String objectId) {
    unitOfWork.run(Durability.BARRIER, () -> ledger.name(intentId, objectId));
  }

  /// The customer goes back, or the session ends. False when the money was there first.
  public boolean cancel(String executionId) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      cancelAwaiting(executionId);
      return ledger.newest(executionId).map(i -> i.state() != IntentState.PAID).orElse(true);
    });
  }

  /// The wait is over, with 2 minutes for money that is already on its way (decision 1). False while
  /// it lasts, and when nothing is awaited any more.
  public boolean expire(String executionId) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Intent> over =
          ledger.newest(executionId)
              .filter(intent -> clock.instant().isAfter(intent.expiresAt().plus(GRACE)))
              .filter(
                  intent -> moved(intent.id(), IntentState.AWAITING, IntentState.EXPIRED));
      over.ifPresent(intent -> append(intent, "PaymentExpired", "agent"));
      return over.isPresent();
    });
  }

  /// Money is in the hand of `actor`, or in the shop's bank app before the eyes of `actor`, who saw
  /// `amount` on our screen. `paymentId` never counts twice.
  public Confirmation confirm(String executionId, Paise amount, String paymentId, String actor) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Intent> awaited = ledger.newest(executionId);
      Optional<String> refused =
          awaited.isEmpty()
              ? Optional.of("NOT_AWAITING_PAYMENT")
              : refused(awaited.get(), amount, paymentId);
      if (refused.isPresent()) {
        return new Confirmation.Refused(refused.get());
      }
      Intent intent = awaited.orElseThrow();
      PaymentFact fact =
          new PaymentFact(
              intent.provider(),
              live,
              intent.id(),
              paymentId,
              PaymentFact.Money.captured(amount),
              PaymentFact.Evidence.HUMAN,
              actor,
              clock.instant());
      book(fact, false);
      return new Confirmation.Taken(amount);
    });
  }

  /// A person of the shop sees `amount` in the shop's own bank app, with this reference: its last 4
  /// digits, or all 12, which are asked for where the amount alone does not tell whose it is
  /// (decision 7).
  public Confirmation confirmUpi(String executionId, Paise amount, Utr utr, String actor) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      boolean shared =
          ledger.since(Providers.UPI, clock.instant().minus(UniqueAmount.RESTS)).stream()
              .filter(intent -> !intent.executionId().equals(executionId))
              .anyMatch(intent -> intent.expected().equals(amount));
      return shared && !utr.isWhole()
          ? new Confirmation.Refused("UTR_WHOLE_NEEDED")
          : confirm(executionId, amount, utr.paymentId(amount, clock.instant()), actor);
    });
  }

  /// Cash has no name of its own, so that of its intent is used.
  public Confirmation confirmCash(String executionId, Paise amount, String actor) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      String name = ledger.newest(executionId).map(Intent::id).orElse("");
      return confirm(executionId, amount, "cash-" + name, actor);
    });
  }

  private Optional<String> refused(Intent intent, Paise amount, String paymentId) {
    if (!Providers.isByHand(intent.provider())) {
      return Optional.of("PAYMENT_BY_GATEWAY");
    }
    if (intent.state() != IntentState.AWAITING) {
      return Optional.of(
          intent.state() == IntentState.PAID ? "ALREADY_PAID" : "NOT_AWAITING_PAYMENT");
    }
    if (!intent.expected().equals(amount)) {
      return Optional.of("AMOUNT_CHANGED");
    }
    return ledger.payment(intent.provider(), paymentId).map(_ -> "PAYMENT_KNOWN");
  }

  /// Books a payment as the rules have it. `unanswered` allows a signed message to do alone, since
  /// the provider has not answered for long enough.
  public Outcome book(PaymentFact fact, boolean unanswered) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Intent> intent = ledger.byObject(fact.provider(), fact.objectId());
      Optional<Booked> before = before(fact, intent);
      boolean released =
          intent.flatMap(known -> ledger.released(known.executionId())).isPresent();
      Ruling ruling =
          ReleaseRules.judge(
              new ReleaseRules.Known(intent, released, before, live, unanswered), fact);
      apply(ruling, intent, before, fact);
      return new Outcome(Kind.of(ruling), intent);
    });
  }

  /// A message may be quicker than our own note of what the provider made: what was nobody's then is
  /// judged anew.
  private Optional<Booked> before(PaymentFact fact, Optional<Intent> intent) {
    Optional<Booked> before = ledger.payment(fact.provider(), fact.paymentId());
    boolean found =
        intent.isPresent()
            && before
                .filter(b -> b.intentId() == null && b.fact().equals(fact))
                .filter(b -> b.disposition() == Disposition.QUARANTINED)
                .isPresent();
    if (found) {
      ledger.forget(before.orElseThrow());
    }
    return found ? Optional.empty() : before;
  }

  private void apply(
      Ruling ruling, Optional<Intent> intent, Optional<Booked> before, PaymentFact fact) {
    switch (ruling) {
      case Ruling.Release(Flag flag) ->
          release(
              intent.orElseThrow(),
              new Booked(
                  fact, intent.get().id(), Disposition.RELEASED, flag, Paise.ZERO));
      case Ruling.Keep(Disposition disposition, Flag flag, Paise owed) -> {
        String intentId = intent.map(Intent::id).orElse(null);
        ledger.insert(new Booked(fact, intentId, disposition, flag, owed));
        flagged(fact, intent, flag);
      }
      case Ruling.Change(Disposition disposition, Flag flag, Paise owed) -> {
        Booked known = before.orElseThrow();
        PaymentFact kept = flag == Flag.PAYMENT_CONFLICT ? known.fact() : fact;
        ledger.update(new Booked(kept, known.intentId(), disposition, flag, owed));
        flagged(fact, intent, flag);
      }
      case Ruling.Ask _, Ruling.Nothing _ -> {}
    }
  }

  /// A person lets the job print for money that is held: late, too much, or too little and the rest
  /// is now in hand. What is too much stays owed. False when there is nothing to decide any more.
  public boolean accept(String executionId, String actor) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Booked> held = ledger.held(executionId).stream().findFirst();
      Optional<Intent> intent = held.map(Booked::intentId).flatMap(ledger::find);
      if (intent.isEmpty()
          || intent.get().state() == IntentState.CANCELLED
          || ledger.released(executionId).isPresent()) {
        return false;
      }
      settle(intent.get(), held.get(), actor);
      return true;
    });
  }

  /// Whether an execution may print.
  public boolean released(String executionId) {
    return unitOfWork.call(Durability.STEP, () -> ledger.released(executionId).isPresent());
  }

  /// The oldest payment of an execution that a person has to decide about.
  public Optional<Booked> held(String executionId) {
    return unitOfWork.call(
        Durability.STEP, () -> ledger.held(executionId).stream().findFirst());
  }

  private void settle(Intent intent, Booked held, String actor) {
    long difference = held.fact().amount().value() - intent.expected().value();
    if (difference < 0) {
      PaymentFact rest =
          new PaymentFact(
              Providers.CASH,
              live,
              intent.id(),
              "rest-" + intent.id(),
              PaymentFact.Money.captured(new Paise(-difference)),
              PaymentFact.Evidence.HUMAN,
              actor,
              clock.instant());
      ledger.insert(
          new Booked(
              rest, intent.id(), Disposition.RELEASED, Flag.CONFIRMED_BY_HAND, Paise.ZERO));
    }
    Paise surplus = new Paise(Math.max(0, difference));
    ledger.update(
        new Booked(held.fact(), intent.id(), Disposition.RELEASED, held.flag(), surplus));
    opened(intent, actor);
  }

  private void release(Intent intent, Booked payment) {
    ledger.insert(payment);
    opened(intent, payment.fact().actor());
  }

  private void opened(Intent intent, String actor) {
    boolean first =
        moved(intent.id(), intent.state(), IntentState.PAID)
            && ledger.release(intent.executionId(), intent.id());
    if (!first) {
      throw new IllegalStateException("two releases for " + intent.executionId());
    }
    append(intent, "PaymentCaptured", actor);
    paid.paid(intent.executionId(), intent);
  }

  private void cancelAwaiting(String executionId) {
    ledger
        .newest(executionId)
        .filter(intent -> moved(intent.id(), IntentState.AWAITING, IntentState.CANCELLED))
        .ifPresent(intent -> append(intent, "PaymentCancelled", "customer"));
  }

  /// False when it does not stand there (any more).
  private boolean moved(String intentId, IntentState from, IntentState to) {
    return ledger.move(intentId, from, IntentState.LIFECYCLE.move(from, to));
  }

  private void flagged(PaymentFact fact, Optional<Intent> intent, Flag flag) {
    events.append(
        new EventLog.Event(
            "payment",
            fact.paymentId(),
            "PaymentFlagged",
            Map.of("paise", fact.amount().value(), "flag", flag.name()),
            fact.actor(),
            intent.map(Intent::executionId).orElse("")));
  }

  private void append(Intent intent, String type, String actor) {
    Map<String, ?> payload =
        Map.of("paise", intent.expected().value(), "provider", intent.provider());
    events.append(
        new EventLog.Event("intent", intent.id(), type, payload, actor, intent.executionId()));
  }

  /// Told within the unit of work, so that the journal has it or the money is not booked.
  @FunctionalInterface
  public interface Paid {
    void paid(String executionId, Intent intent);
  }

  /// What came of a fact, and the intent that it belongs to.
  public record Outcome(Kind kind, Optional<Intent> intent) {}

  /// What came of a fact.
  public enum Kind {
    RELEASED,
    /// It is in the books, and a person has to look.
    FLAGGED,
    /// It proves nothing, but the provider should be asked now.
    ASK,
    NOTHING;

    static Kind of(Ruling ruling) {
      return switch (ruling) {
        case Ruling.Release _ -> RELEASED;
        case Ruling.Keep _, Ruling.Change _ -> FLAGGED;
        case Ruling.Ask _ -> ASK;
        case Ruling.Nothing _ -> NOTHING;
      };
    }
  }

  /// What came of a confirmation.
  public sealed interface Confirmation {
    record Taken(Paise amount) implements Confirmation {}

    record Refused(String code) implements Confirmation {}
  }
}
