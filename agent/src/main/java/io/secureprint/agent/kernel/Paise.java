// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of money in whole paise (1/100 rupee), never negative and never above ₹1,00,00,000.
public record Paise(long value) implements Comparable<Paise> {
  public static final Paise ZERO = new Paise(0);
  public static final long MAX = 1_000_000_000L;
  private static final Pattern RUPEES = Pattern.compile("₹?\\s*([0-9]{1,8})(?:\\.([0-9]{1,2}))?");

  public Paise {
    if (value < 0 || value > MAX) {
      throw new IllegalArgumentException("amount out of range: " + value + " paise");
    }
  }

  /// Rupees as people type them: `2`, `2.5`, `₹2.50`, `२.५०`. Empty for everything else; a comma is
  /// not taken, since nobody knows whether it groups or divides.
  public static Optional<Paise> ofRupees(String typed) {
    Matcher read = RUPEES.matcher(Digits.latin(typed.strip()));
    if (!read.matches()) {
      return Optional.empty();
    }
    String part = read.group(2) == null ? "" : read.group(2);
    long paise = Long.parseLong(read.group(1)) * 100 + Long.parseLong((part + "00").substring(0, 2));
    return paise > MAX ? Optional.empty() : Optional.of(new Paise(paise));
  }

  public Paise plus(Paise other) {
    return new Paise(Math.addExact(value, other.value));
  }

  /// What is left; `other` must not be more.
  public Paise minus(Paise other) {
    return new Paise(Math.subtractExact(value, other.value));
  }

  /// What is left of it without `other`; nothing where that is more.
  public Paise without(Paise other) {
    return new Paise(Math.max(0, value - other.value));
  }

  public Paise min(Paise other) {
    return value <= other.value ? this : other;
  }

  public Paise times(int count) {
    return new Paise(Math.multiplyExact(value, (long) count));
  }

  public Paise max(Paise other) {
    return value >= other.value ? this : other;
  }

  /// Cash knows no paise: to the nearest rupee, half a rupee up (decision 6).
  public Paise roundedToRupee() {
    return new Paise((value + 50) / 100 * 100);
  }

  /// With the rupee sign, Indian grouping and two decimals: ₹1,25,000.00.
  public String inRupees() {
    String rupees = Long.toString(value / 100);
    StringBuilder text = new StringBuilder(rupees);
    for (int at = rupees.length() - 3; at > 0; at -= 2) {
      text.insert(at, ',');
    }
    return "₹" + text + "." + (value % 100 / 10) + (value % 10);
  }

  @Override
  public int compareTo(Paise other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return inRupees();
  }
}
