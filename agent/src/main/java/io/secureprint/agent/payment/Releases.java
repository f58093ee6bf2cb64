// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.EventLog;

import java.util.Map;

/// Lets paid jobs print, once each, and takes that back when the money is gone before the paper is
/// there. Every call joins the running unit of work.
final class Releases {
  private final Books books;
  private final Prints prints;

  Releases(Books books, Prints prints) {
    this.books = books;
    this.prints = prints;
  }

  /// The money of this intent is there: nothing else may ever release its execution.
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
