// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import java.util.Optional;

/// Why a person let something print for money that is not what was asked for: one line in the shop's
/// own words, which stays in the books.
public record Reason(String text) {
  private static final int LONGEST = 80;

  public Reason {
    if (text.isBlank()
        || text.codePointCount(0, text.length()) > LONGEST
        || !text.matches("[^\\p{Cntrl}\\v]*")) {
      throw new IllegalArgumentException("a reason is one line of 1 to " + LONGEST + " characters");
    }
  }

  /// Empty for what is none.
  public static Optional<Reason> parse(String typed) {
    try {
      return Optional.of(new Reason(typed.strip()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
