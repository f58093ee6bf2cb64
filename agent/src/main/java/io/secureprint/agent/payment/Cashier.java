// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Opens intents, books payments, and releases the print: payment, state, release, event and the
/// workflow's signal in one unit of work that is on the disk before anyone is told.
public final class Cashier {
  /// For money that is already on its way.
  static final Duration GRACE = Duration.ofMinutes(2);
  /// Until a gateway has said that it has none, the money may be there, and staff may say so.
  private static final Duration UNTOLD_GRACE = Duration.ofMinutes(45);

  private final Books books;
  private final Ledger ledger;
  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private final Releases releases;
  private final Redemptions redemptions;
  private final ChangedMoney changed;

  Cashier(Books books, Releases releases, Redemptions redemptions, ChangedMoney changed) {
    this.books = books;
    this.ledger = books.ledger();
    this.unitOfWork = books.unitOfWork();
    this.clock = books.clock();
    this.releases = releases;
    this.redemptions = redemptions;
    this.changed = changed;
  }

  /// What is asked for: so much, by this provider, for the quote with this seal. A provider with a
  /// gateway names its object later, see [#named]. `credit` is what a credit pays beside it, or all of
  /// it where the provider is [Providers#CREDIT].
  public record Asked(
      String provider,
      Paise due,
      String quoteMac,
      Duration validity,
      Credit.@Nullable Use credit) {

    public static Asked money(String provider, Paise due, String quoteMac, Duration validity) {
      return new Asked(provider, due, quoteMac, validity, null);
    }
  }

  /// Awaits exactly what is due; an intent that was awaited before is cancelled. A credit that pays
  /// for all of it has paid when this returns.
  public Opening open(String executionId, Asked asked) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      cancelAwaiting(executionId);
      Optional<String> refused =
          Optional.ofNullable(asked.credit()).flatMap(redemptions::reserve);
      if (refused.isPresent()) {
        return new Opening.Refused(refused.get());
      }
      Intent intent = intent(executionId, asked);
      ledger.insert(intent);
      releases.append(intent, "PaymentAwaited", "customer");
      Credit.Use use = intent.credit();
      if (use != null && intent.isByCredit()) {
        book(releases.fact(intent, use), false);
      }
      return new Opening.Awaited(intent);
    });
  }

  private Intent intent(String executionId, Asked asked) {
    Instant now = clock.instant();
    String id = books.ids().hex128();
    Paise due =
        asked.provider().equals(Providers.UPI)
            ? UniqueAmount.below(asked.due(), askedFor(now))
            : asked.due();
    return new Intent(
        id,
        executionId,
        asked.provider(),
        Providers.isOurs(asked.provider()) ? id : null,
        books.live(),
        due,
        asked.quoteMac(),
        IntentState.AWAITING,
        now,
        now.plus(asked.validity()),
        asked.credit());
  }

  private Set<Long> askedFor(Instant now) {
    return ledger.amountsInTurn(Providers.UPI, now.minus(UniqueAmount.RESTS));
  }

  /// The gateway has made its object for an intent.
  public void named(String intentId, String objectId) {
    unitOfWork.run(Durability.BARRIER, () -> ledger.name(intentId, objectId));
  }

  /// The customer goes back, or the session ends. False when the money was there first.
  public boolean cancel(String executionId) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      cancelAwaiting(executionId);
      boolean paid =
          ledger.newest(executionId).filter(i -> i.state() == IntentState.PAID).isPresent();
      return !paid && !wasReleased(executionId);
    });
  }

  /// The wait is over, with 2 minutes of grace (decision 1), or 45 where the provider has not `told`
  /// after these that no money came. False while it lasts, and when nothing
  /// is awaited any more.
  public boolean expire(String executionId, boolean told) {
    Duration grace = told ? GRACE : UNTOLD_GRACE;
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Intent> over =
          ledger.newest(executionId)
              .filter(intent -> clock.instant().isAfter(intent.expiresAt().plus(grace)))
              .filter(
                  intent -> moved(intent.id(), IntentState.AWAITING, IntentState.EXPIRED));
      over.ifPresent(intent -> releases.append(intent, "PaymentExpired", "agent"));
      return over.isPresent();
    });
  }

  /// Books a payment as the rules have it. `unanswered` allows a signed message to do alone, since
  /// the provider has not answered for long enough.
  public Outcome book(PaymentFact fact, boolean unanswered) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Intent> intent = ledger.byObject(fact.provider(), fact.objectId());
      Optional<Booked> before = before(fact, intent);
      boolean released = intent.map(Intent::executionId).filter(this::wasReleased).isPresent();
      Paise returning = ledger.returning(fact.provider(), fact.paymentId());
      Ruling ruling =
          ReleaseRules.judge(
              new ReleaseRules.Known(
                  intent, released, before, intent.flatMap(ledger::marked), returning, books.live(),
                  unanswered),
              fact);
      apply(ruling, intent, before, fact);
      return ruling instanceof Ruling.Prove
          ? book(fact, unanswered)
          : new Outcome(Kind.of(ruling), intent, flag(ruling));
    });
  }

  private boolean wasReleased(String executionId) {
    return ledger.released(executionId).isPresent() || ledger.revoked(executionId);
  }

  /// A message may be quicker than our own note of what the provider made: what was nobody's then is
  /// judged anew.
  private Optional<Booked> before(PaymentFact fact, Optional<Intent> intent) {
    Optional<Booked> before = ledger.payment(fact.provider(), fact.paymentId());
    boolean found =
        intent.isPresent()
            && before
                .filter(b -> b.intentId() == null && b.fact().agrees(fact))
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
      case Ruling.Release(Flag flag) -> release(intent.orElseThrow(), fact, flag);
      case Ruling.Keep(Disposition disposition, Flag flag, Portions portions) -> {
        String intentId = intent.map(Intent::id).orElse(null);
        ledger.insert(new Booked(fact, intentId, disposition, flag, portions));
        flagged(fact, intent, flag);
      }
      case Ruling.Change(Disposition disposition, Flag flag, Portions portions) -> {
        PaymentFact kept = flag == Flag.PAYMENT_CONFLICT ? before.orElseThrow().fact() : fact;
        change(before.orElseThrow(), kept, disposition, flag, portions);
        flagged(fact, intent, flag);
      }
      case Ruling.Prove(Booked mark) -> prove(intent.orElseThrow(), mark, fact);
      case Ruling.Note() -> {
        Booked same = before.orElseThrow();
        change(same, fact, same.disposition(), same.flag(), same.portions());
      }
      case Ruling.Ask _, Ruling.Nothing _ -> {}
    }
  }

  /// The payment takes the place of the mark, as it was before any of it went back.
  private void prove(Intent paid, Booked mark, PaymentFact fact) {
    ledger.forget(mark);
    ledger.insert(
        new Booked(fact.unrefunded(), paid.id(), mark.disposition(), null, mark.portions()));
    releases.append(paid, "PaymentProven", fact.actor());
  }

  /// Where a credit was to help that is not there any more, too little came.
  private void release(Intent paid, PaymentFact fact, @Nullable Flag flag) {
    if (releases.takeCredit(paid)) {
      Portions portions = new Portions(fact.amount(), Paise.ZERO, Paise.ZERO);
      ledger.insert(new Booked(fact, paid.id(), Disposition.RELEASED, flag, portions));
      releases.open(paid, fact.actor());
    } else {
      Portions portions = Portions.owing(fact.amount());
      ledger.insert(
          new Booked(fact, paid.id(), Disposition.HELD, Flag.PAID_PARTIAL, portions));
      flagged(fact, Optional.of(paid), Flag.PAID_PARTIAL);
    }
  }

  private void change(
      Booked before,
      PaymentFact fact,
      Disposition disposition,
      @Nullable Flag flag,
      Portions portions) {
    changed.book(before, new Booked(fact, before.intentId(), disposition, flag, portions));
    if (portions.prints().compareTo(before.portions().prints()) < 0) {
      Optional.ofNullable(before.intentId())
          .flatMap(ledger::find)
          .ifPresent(intent -> releases.revoke(intent, fact.actor()));
    }
  }

  /// The paid intent under which an execution may print.
  public Optional<Intent> paid(String executionId) {
    return unitOfWork.call(Durability.STEP, () -> ledger.released(executionId));
  }

  /// Whether an execution may print no more, though it was paid: its money went back.
  public boolean revoked(String executionId) {
    return unitOfWork.call(Durability.STEP, () -> ledger.revoked(executionId));
  }

  private void cancelAwaiting(String executionId) {
    ledger
        .newest(executionId)
        .filter(intent -> moved(intent.id(), IntentState.AWAITING, IntentState.CANCELLED))
        .ifPresent(intent -> releases.append(intent, "PaymentCancelled", "customer"));
  }

  /// False when it does not stand there (any more).
  private boolean moved(String intentId, IntentState from, IntentState to) {
    return ledger.move(intentId, from, IntentState.LIFECYCLE.move(from, to));
  }

  private void flagged(PaymentFact fact, Optional<Intent> intent, Flag flag) {
    books.events().append(
        new EventLog.Event(
            "payment",
            fact.paymentId(),
            "PaymentFlagged",
            Map.of("paise", fact.amount().value(), "flag", flag.name()),
            fact.actor(),
            intent.map(Intent::executionId).orElse("")));
  }

  private static Optional<Flag> flag(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Release(Flag flag) -> Optional.ofNullable(flag);
      case Ruling.Keep(_, Flag flag, _) -> Optional.of(flag);
      case Ruling.Change(_, Flag flag, _) -> Optional.of(flag);
      case Ruling.Prove _, Ruling.Note _, Ruling.Ask _, Ruling.Nothing _ -> Optional.empty();
    };
  }

  /// What came of asking for money.
  public sealed interface Opening {
    record Awaited(Intent intent) implements Opening {}

    /// The credit does not do; the code says why.
    record Refused(String code) implements Opening {}
  }

  /// What came of a fact, the intent that it belongs to, and what is unusual about it.
  public record Outcome(Kind kind, Optional<Intent> intent, Optional<Flag> flag) {}

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
        case Ruling.Prove _, Ruling.Note _, Ruling.Nothing _ -> NOTHING;
      };
    }
  }
}
