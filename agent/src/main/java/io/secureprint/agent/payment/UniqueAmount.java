// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Duration;
import java.util.Set;

/// Makes each payment to the shop's own address known by its amount (`payments.md` 10): a few paise
/// less than the price, never more.
final class UniqueAmount {
  /// An amount is free again so long after it was asked for.
  static final Duration RESTS = Duration.ofHours(24);

  private static final int MOST_LESS = 99;
  private static final long LEAST = 100;

  private UniqueAmount() {}

  /// The largest amount that nobody was asked for, from `price` down by at most 99 paise and not
  /// under one rupee; where there is none, the price.
  static Paise below(Paise price, Set<Long> taken) {
    for (long amount = price.value();
        amount >= Math.max(LEAST, price.value() - MOST_LESS);
        amount--) {
      if (!taken.contains(amount)) {
        return new Paise(amount);
      }
    }
    return price;
  }
}
