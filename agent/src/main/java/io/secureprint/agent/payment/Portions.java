// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

/// What the money of one payment is for: `prints` pays for the sheets, `owed` is to go back to the
/// customer, and `outside` went back without this program.
public record Portions(Paise prints, Paise owed, Paise outside) {
  static final Portions NONE = new Portions(Paise.ZERO, Paise.ZERO, Paise.ZERO);

  static Portions owing(Paise amount) {
    return new Portions(Paise.ZERO, amount, Paise.ZERO);
  }

  /// `total` has gone back outside: first what was owed anyway, then what paid for the sheets. Less
  /// than before is a word of the past and changes nothing.
  Portions wentOutside(Paise total) {
    Paise more = total.without(outside);
    return new Portions(
        prints.without(more.without(owed)), owed.without(more), outside.plus(more));
  }
}
