// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The digits that somebody types, until they are wiped.
public final class Pin implements AutoCloseable {
  public static final int SHORTEST = 4;
  public static final int LONGEST = 10;

  private final char[] digits;

  /// Takes `digits` over. There are 4 to 10 of them, `0` to `9`.
  public Pin(char[] digits) {
    if (!fits(digits.length) || !onlyDigits(digits)) {
      throw new IllegalArgumentException("a PIN has 4 to 10 digits, not " + digits.length);
    }
    this.digits = digits;
  }

  public static boolean fits(int length) {
    return length >= SHORTEST && length <= LONGEST;
  }

  /// Whether it is among the first that a stranger tries: one digit again and again, or a row up or
  /// down such as 1234 and 9876.
  public boolean isEasy() {
    int step = digits[1] - digits[0];
    return Math.abs(step) <= 1
        && IntStream.range(1, digits.length)
            .allMatch(at -> digits[at] - digits[at - 1] == step);
  }

  char[] digits() {
    return digits;
  }

  @Override
  public void close() {
    Arrays.fill(digits, '0');
  }

  @Override
  public String toString() {
    return "Pin";
  }

  private static boolean onlyDigits(char[] typed) {
    for (char each : typed) {
      if (each < '0' || each > '9') {
        return false;
      }
    }
    return true;
  }
}
