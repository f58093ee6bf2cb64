// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

/// How a price is paid with the help of a credit: `used` of the credit, and the `rest` by money, which
/// is nothing or at least one rupee, since no gateway takes less.
public record CreditPlan(Paise used, Paise rest) {
  private static final Paise LEAST = new Paise(100);

  /// `total` is the price to the paisa.
  public static CreditPlan of(Paise total, Paise worth) {
    Paise used = total.min(worth);
    Paise rest = total.without(used);
    boolean tooLittle = !rest.equals(Paise.ZERO) && rest.compareTo(LEAST) < 0;
    return tooLittle
        ? new CreditPlan(total.without(LEAST), LEAST.min(total))
        : new CreditPlan(used, rest);
  }

  /// The rest in coins.
  public Paise restInCash() {
    return rest.roundedToRupee();
  }

  public boolean coversAll() {
    return rest.equals(Paise.ZERO);
  }
}
