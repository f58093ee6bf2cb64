// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// Where money is taken: by the books, on a person's word, and after a person's decision.
public record Counter(Cashier cashier, Confirmations confirmations, HeldMoney held) {
  public static Counter of(Books books, Prints prints) {
    Cashier cashier = new Cashier(books, prints);
    return new Counter(
        cashier, new Confirmations(books, cashier), new HeldMoney(books, prints));
  }
}
