// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Paise;

import java.util.Map;

/// Lets paid jobs print, once each, and takes that back when the money is gone before the paper is
/// there. Every call joins the running unit of work.
final class Releases {
  private final Books books;
  private final Redemptions redemptions;
  private final Credits credits;
  private final Prints prints;

  Releases(Books books, Redemptions redemptions, Credits credits, Prints prints) {
    this.books = books;
    this.redemptions = redemptions;
    this.credits = credits;
    this.prints = prints;
  }

  /// Takes what a credit was to pay of this; false where it is not there any more. What is awaited for the
  /// same print, this or what the customer was asked for later, has it reserved.
  boolean takeCredit(Intent intent) {
    Credit.Use use = intent.credit();
    if (use == null) {
      return true;
    }
    boolean there = redemptions.take(use, reserved(intent.executionId(), use.claimId()));
    if (there && !intent.isByCredit()) {
      books.ledger().insert(byCredit(intent, use));
    }
    return there;
  }

  private Paise reserved(String executionId, String claimId) {
    return books
        .ledger()
        .newest(executionId)
        .filter(newest -> newest.state() == IntentState.AWAITING)
        .map(Intent::credit)
        .filter(use -> use.claimId().equals(claimId))
        .map(Credit.Use::amount)
        .orElse(Paise.ZERO);
  }

  private Booked byCredit(Intent intent, Credit.Use use) {
    return new Booked(
        fact(intent, use),
        intent.id(),
        Disposition.RELEASED,
        null,
        new Portions(use.amount(), Paise.ZERO, Paise.ZERO));
  }

  /// A credit's own word that it pays so much.
  PaymentFact fact(Intent intent, Credit.Use use) {
    return new PaymentFact(
        Providers.CREDIT,
        books.live(),
        intent.id(),
        "credit-" + intent.id(),
        PaymentFact.Money.captured(use.amount()),
        PaymentFact.Evidence.BOOKS,
        use.actor(),
        books.clock().instant());
  }

  /// The money of this intent is there: nothing else may ever release its execution. From now on the
  /// customer has a code for the case that it does not print.
  void open(Intent intent, String actor) {
    boolean first =
        books.ledger()
                .move(
                    intent.id(),
                    intent.state(),
                    IntentState.LIFECYCLE.move(intent.state(), IntentState.PAID))
            && books.ledger().release(intent.executionId(), intent.id());
    if (!first) {
      throw new IllegalStateException("two releases for " + intent.executionId());
    }
    append(intent, "PaymentCaptured", actor);
    credits.promise(intent.executionId());
    prints.paid(intent.executionId(), intent);
  }

  /// The money went back: what is not on its way to the paper does not print any more.
  void revoke(Intent intent, String actor) {
    if (books.ledger().revoke(intent.executionId())) {
      append(intent, "PrintRevoked", actor);
      prints.revoked(intent.executionId());
    }
  }

  void append(Intent intent, String type, String actor) {
    Map<String, ?> payload =
        Map.of("paise", intent.expected().value(), "provider", intent.provider());
    books
        .events()
        .append(
            new EventLog.Event("intent", intent.id(), type, payload, actor, intent.executionId()));
  }
}
