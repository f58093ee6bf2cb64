// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// Where money is taken: by the books, on a person's word, after a person's decision, and with
/// credits.
public record Counter(
    Cashier cashier,
    Confirmations confirmations,
    HeldMoney held,
    Redemptions redemptions,
    Credits credits) {
  public static Counter of(Books books, Claims claims, Credits credits, Prints prints) {
    Redemptions redemptions = new Redemptions(books, claims, credits);
    Releases releases = new Releases(books, redemptions, credits, prints);
    Cashier cashier = new Cashier(books, releases, redemptions, new ChangedMoney(books, credits));
    return new Counter(
        cashier,
        new Confirmations(books, cashier),
        new HeldMoney(books, releases),
        redemptions,
        credits);
  }
}
