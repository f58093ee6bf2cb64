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

/// Opens intents, takes money, and releases the print: payment, state, release, event and the
/// workflow's signal in one unit of work that is on the disk before anyone is told.
public final class Cashier {
  public static final String CASH = "cash";
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

  /// Awaits exactly `due`; an intent that was awaited before is cancelled.
  public Intent open(String executionId, Paise due, String quoteMac, Duration validity) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      cancelAwaiting(executionId);
      Instant now = clock.instant();
      Intent intent =
          new Intent(
              ids.hex128(),
              executionId,
              CASH,
              live,
              due,
              quoteMac,
              IntentState.AWAITING,
              now,
              now.plus(validity));
      ledger.insert(intent);
      append(intent, "PaymentAwaited", "customer");
      return intent;
    });
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
                  intent -> ledger.move(intent.id(), IntentState.AWAITING, IntentState.EXPIRED));
      over.ifPresent(intent -> append(intent, "PaymentExpired", "agent"));
      return over.isPresent();
    });
  }

  /// Cash is in the hand of `actor`, who saw `amount` on the screen.
  public Confirmation confirmCash(String executionId, Paise amount, String actor) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Intent> intent = ledger.newest(executionId);
      return intent.isEmpty()
          ? new Confirmation.Refused("NOT_AWAITING_PAYMENT")
          : confirm(intent.get(), amount, actor);
    });
  }

  private Confirmation confirm(Intent intent, Paise amount, String actor) {
    PaymentFact fact =
        new PaymentFact(
            CASH,
            live,
            intent.id(),
            "cash-" + intent.id(),
            amount,
            PaymentFact.Evidence.HUMAN,
            actor,
            clock.instant());
    return switch (ReleaseRules.judge(intent, fact)) {
      case ReleaseRules.Verdict.Refused(String code) -> new Confirmation.Refused(code);
      case ReleaseRules.Verdict.Release() -> release(intent, fact);
    };
  }

  private Confirmation release(Intent intent, PaymentFact fact) {
    boolean first =
        ledger.move(intent.id(), IntentState.AWAITING, IntentState.PAID)
            && ledger.insert(fact)
            && ledger.release(intent.executionId(), intent.id());
    if (!first) {
      throw new IllegalStateException("two releases for " + intent.executionId());
    }
    append(intent, "PaymentCaptured", fact.actor());
    paid.paid(intent.executionId(), intent);
    return new Confirmation.Taken(intent.expected());
  }

  private void cancelAwaiting(String executionId) {
    ledger
        .newest(executionId)
        .filter(intent -> ledger.move(intent.id(), IntentState.AWAITING, IntentState.CANCELLED))
        .ifPresent(intent -> append(intent, "PaymentCancelled", "customer"));
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

  /// What came of a confirmation.
  public sealed interface Confirmation {
    record Taken(Paise amount) implements Confirmation {}

    record Refused(String code) implements Confirmation {}
  }
}
