// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.util.Map;
import java.util.Objects;
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
      if (shared && !utr.isWhole()) {
        return new Confirmation.Refused("UTR_WHOLE_NEEDED");
      }
      return isUsedByItsEnd(amount, utr)
          ? new Confirmation.Refused("PAYMENT_KNOWN")
          : confirmed(executionId, amount, utr, actor);
    });
  }

  private Confirmation confirmed(String executionId, Paise amount, Utr utr, String actor) {
    String paymentId = named(amount, utr);
    Confirmation came = confirm(executionId, amount, paymentId, actor);
    if (utr.isWhole() && came instanceof Confirmation.Taken) {
      books
          .ledger()
          .newest(executionId)
          .ifPresent(paid -> books.ledger().use(paymentId, paid.id()));
    }
    return came;
  }

  /// A person of the shop sees `amount` in the account while the gateway does not answer (`payments.md`
  /// 8.3, row 14). What the gateway says of this charge later proves it, and is not paid twice.
  public Confirmation mark(String executionId, Paise amount, Utr utr, String actor) {
    return books.unitOfWork().call(Durability.BARRIER, () -> {
      if (!utr.isWhole()) {
        return new Confirmation.Refused("UTR_WHOLE_NEEDED");
      }
      Optional<Intent> awaited =
          books
              .ledger()
              .newest(executionId)
              .filter(intent -> intent.objectId() != null && !Providers.isOurs(intent.provider()));
      if (awaited.isEmpty()) {
        return new Confirmation.Refused("NOT_AWAITING_PAYMENT");
      }
      return isUsedByItsEnd(amount, utr)
          ? new Confirmation.Refused("PAYMENT_KNOWN")
          : refused(awaited.get(), amount, named(amount, utr))
              .<Confirmation>map(Confirmation.Refused::new)
              .orElseGet(() -> marked(awaited.get(), named(amount, utr), actor));
    });
  }

  private Confirmation marked(Intent intent, String paymentId, String actor) {
    books.events().append(
        new EventLog.Event(
            "intent",
            intent.id(),
            "PaymentMarked",
            Map.of("paise", intent.expected().value(), "reason", "GATEWAY_UNREACHABLE"),
            actor,
            intent.executionId()));
    books.ledger().use(paymentId, intent.id());
    return book(intent, paymentId, actor);
  }

  private String named(Paise amount, Utr utr) {
    return utr.paymentId(amount, books.clock().instant());
  }

  /// The same payment may have been typed by its last digits before. The other way round two customers
  /// would have the same amount, which asks for the whole.
  private boolean isUsedByItsEnd(Paise amount, Utr utr) {
    return utr.isWhole()
        && utr.briefIds(amount, books.clock().instant()).stream()
            .anyMatch(id -> books.ledger().payment(Providers.UPI, id).isPresent());
  }

  /// `paymentId` never counts twice.
  private Confirmation confirm(
      String executionId, Paise amount, String paymentId, String actor) {
    Optional<Intent> awaited = books.ledger().newest(executionId);
    if (awaited.isEmpty()) {
      return new Confirmation.Refused("NOT_AWAITING_PAYMENT");
    }
    Intent intent = awaited.get();
    Optional<String> refused =
        Providers.isByHand(intent.provider())
            ? refused(intent, amount, paymentId)
            : Optional.of("PAYMENT_BY_GATEWAY");
    return refused
        .<Confirmation>map(Confirmation.Refused::new)
        .orElseGet(() -> book(intent, paymentId, actor));
  }

  private Confirmation book(Intent intent, String paymentId, String actor) {
    PaymentFact fact =
        new PaymentFact(
            intent.provider(),
            books.live(),
            Objects.requireNonNullElse(intent.objectId(), intent.id()),
            paymentId,
            PaymentFact.Money.captured(intent.expected()),
            PaymentFact.Evidence.HUMAN,
            actor,
            books.clock().instant());
    cashier.book(fact, false);
    return new Confirmation.Taken(intent.expected());
  }

  private Optional<String> refused(Intent intent, Paise amount, String paymentId) {
    if (intent.state() != IntentState.AWAITING) {
      return Optional.of(
          intent.state() == IntentState.PAID ? "ALREADY_PAID" : "NOT_AWAITING_PAYMENT");
    }
    if (!intent.expected().equals(amount)) {
      return Optional.of("AMOUNT_CHANGED");
    }
    boolean known =
        books.ledger().isUsed(paymentId)
            || books.ledger().payment(intent.provider(), paymentId).isPresent();
    return known ? Optional.of("PAYMENT_KNOWN") : Optional.empty();
  }

  /// What came of a confirmation.
  public sealed interface Confirmation {
    record Taken(Paise amount) implements Confirmation {}

    record Refused(String code) implements Confirmation {}
  }
}
