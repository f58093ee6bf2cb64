// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

/// Books what a payment that is known has become. What went back of it outside has its day in the books,
/// and a credit that was given for it is worth less.
final class ChangedMoney {
  private final Ledger ledger;
  private final Credits credits;

  ChangedMoney(Books books, Credits credits) {
    this.ledger = books.ledger();
    this.credits = credits;
  }

  /// Joins the running unit of work.
  void book(Booked before, Booked now) {
    ledger.update(now);
    Paise gone = now.portions().outside().without(before.portions().outside());
    if (!gone.equals(Paise.ZERO)) {
      ledger.wentOutside(before, now.portions());
      credits.lose(before, gone);
    }
  }
}
