// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.util.Map;
import java.util.Optional;

/// Money that is not what was asked for, while its customer is there: a person decides.
public final class HeldMoney {
  private final Books books;
  private final Releases releases;

  HeldMoney(Books books, Releases releases) {
    this.books = books;
    this.releases = releases;
  }

  /// The oldest payment of an execution that a person has to decide about.
  public Optional<Booked> of(String executionId) {
    return books
        .unitOfWork()
        .call(
            Durability.STEP, () -> books.ledger().held(executionId).stream().findFirst());
  }

  /// A person lets the job print for money that is held: late, too much, or too little and the rest
  /// is now in hand. What is too much stays owed; the books keep the reason. A refusal names its code
  /// (`NOTHING_HELD`, or `CREDIT_USED` where a credit was to help that is not there any more).
  public Optional<String> accept(String executionId, Reason reason, String actor) {
    return books.unitOfWork().call(Durability.BARRIER, () -> {
      Optional<Booked> held = books.ledger().held(executionId).stream().findFirst();
      Optional<Intent> intent = held.map(Booked::intentId).flatMap(books.ledger()::find);
      if (intent.isEmpty()
          || intent.get().state() == IntentState.CANCELLED
          || books.ledger().released(executionId).isPresent()
          || books.ledger().revoked(executionId)) {
        return Optional.of("NOTHING_HELD");
      }
      if (!releases.takeCredit(intent.get())) {
        return Optional.of("CREDIT_USED");
      }
      note(intent.get(), held.get(), reason, actor);
      settle(intent.get(), held.get(), actor);
      supersede(intent.get(), actor);
      releases.open(intent.get(), actor);
      return Optional.empty();
    });
  }

  private void note(Intent intent, Booked held, Reason reason, String actor) {
    Map<String, ?> payload =
        Map.of(
            "paise", intent.expected().value(),
            "held", held.fact().amount().value(),
            "flag", String.valueOf(held.flag()),
            "reason", reason.text());
    books
        .events()
        .append(
            new EventLog.Event(
                "intent", intent.id(), "HeldMoneyAccepted", payload, actor, intent.executionId()));
  }

  /// What else the customer was asked for meanwhile is not awaited any more.
  private void supersede(Intent accepted, String actor) {
    books
        .ledger()
        .newest(accepted.executionId())
        .filter(newer -> !newer.id().equals(accepted.id()))
        .filter(
            newer ->
                books.ledger().move(newer.id(), IntentState.AWAITING, IntentState.CANCELLED))
        .ifPresent(newer -> releases.append(newer, "PaymentCancelled", actor));
  }

  private void settle(Intent intent, Booked held, String actor) {
    Paise rest = intent.expected().without(held.fact().amount());
    if (!rest.equals(Paise.ZERO)) {
      books.ledger().insert(inCash(intent, rest, actor));
    }
    Paise prints = held.owed().min(intent.expected());
    Portions portions =
        new Portions(prints, held.owed().without(prints), held.portions().outside());
    books
        .ledger()
        .update(
            new Booked(
                held.fact(), intent.id(), Disposition.RELEASED, held.flag(), portions));
  }

  private Booked inCash(Intent intent, Paise rest, String actor) {
    PaymentFact fact =
        new PaymentFact(
            Providers.CASH,
            books.live(),
            intent.id(),
            "rest-" + intent.id(),
            PaymentFact.Money.captured(rest),
            PaymentFact.Evidence.HUMAN,
            actor,
            books.clock().instant());
    return new Booked(
        fact,
        intent.id(),
        Disposition.RELEASED,
        Flag.CONFIRMED_BY_HAND,
        new Portions(rest, Paise.ZERO, Paise.ZERO));
  }
}
