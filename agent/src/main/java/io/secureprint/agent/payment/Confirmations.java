// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.util.Optional;

/// Money that a person of the shop has in hand, or sees in the shop's own bank app.
public final class Confirmations {
  private final Books books;
  private final Cashier cashier;

  Confirmations(Books books, Cashier cashier) {
    this.books = books;
    this.cashier = cashier;
  }

  /// Cash has no name of its own, so that of its intent is used. `amount` is what `actor` saw on our
  /// screen.
  public Confirmation cash(String executionId, Paise amount, String actor) {
    return books.unitOfWork().call(Durability.BARRIER, () -> {
      String name = books.ledger().newest(executionId).map(Intent::id).orElse("");
      return confirm(executionId, amount, "cash-" + name, actor);
    });
  }

  /// A person of the shop sees `amount` in the shop's own bank app, with this reference: its last 4
  /// digits, or all 12, which are asked for where the amount alone does not tell whose it is
  /// (decision 7).
  public Confirmation upi(String executionId, Paise amount, Utr utr, String actor) {
    return books.unitOfWork().call(Durability.BARRIER, () -> {
      boolean shared =
          books
              .ledger()
              .since(Providers.UPI, books.clock().instant().minus(UniqueAmount.RESTS))
              .stream()
              .filter(intent -> !intent.executionId().equals(executionId))
              .anyMatch(intent -> intent.expected().equals(amount));
      return shared && !utr.isWhole()
          ? new Confirmation.Refused("UTR_WHOLE_NEEDED")
          : confirm(
              executionId, amount, utr.paymentId(amount, books.clock().instant()), actor);
    });
  }

  /// `paymentId` never counts twice.
  private Confirmation confirm(
      String executionId, Paise amount, String paymentId, String actor) {
    Optional<Intent> awaited = books.ledger().newest(executionId);
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
            books.live(),
            intent.id(),
            paymentId,
            PaymentFact.Money.captured(amount),
            PaymentFact.Evidence.HUMAN,
            actor,
            books.clock().instant());
    cashier.book(fact, false);
    return new Confirmation.Taken(amount);
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
    return books.ledger().payment(intent.provider(), paymentId).map(_ -> "PAYMENT_KNOWN");
  }

  /// What came of a confirmation.
  public sealed interface Confirmation {
    record Taken(Paise amount) implements Confirmation {}

    record Refused(String code) implements Confirmation {}
  }
}
