// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;

/// So many percent (1 to 99) off the whole job, under a name that customers read: "Student week".
public record Discount(String name, int percent) {
  public static final int LONGEST_NAME = 40;

  public Discount {
    if (!isName(name)) {
      throw new IllegalArgumentException("name of a discount: 1 to 40 visible characters");
    }
    if (percent < 1 || percent > 99) {
      throw new IllegalArgumentException("percent of a discount: " + percent);
    }
  }

  /// A discount under the name that an owner gave it, which becomes one that can be read.
  public static Discount named(String name, int percent) {
    String cut = name.strip().substring(0, Math.min(name.strip().length(), LONGEST_NAME)).strip();
    return new Discount(isName(cut) ? cut : "%", percent);
  }

  /// Visible characters without space around them. What turns the direction of writing could turn
  /// the amounts beside it; joiners belong to Devanagari.
  static boolean isName(String text) {
    return !text.isBlank()
        && text.strip().equals(text)
        && text.length() <= LONGEST_NAME
        && text.codePoints().allMatch(Discount::isVisible);
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.FORMAT -> character == 0x200C || character == 0x200D;
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  /// What is taken off, rounded down to the paisa.
  Paise off(Paise amount) {
    return new Paise(amount.value() * percent / 100);
  }
}
