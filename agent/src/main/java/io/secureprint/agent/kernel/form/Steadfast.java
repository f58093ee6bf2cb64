// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

import java.util.regex.Pattern;

/// Matches a customer's text against an owner's pattern within so many steps: a pattern that loops over
/// loops must not let any customer hold up the shop. What takes longer does not match.
final class Steadfast implements CharSequence {
  private static final int MOST_STEPS = 200_000;

  private final CharSequence text;
  private final int[] left;

  private Steadfast(CharSequence text, int[] left) {
    this.text = text;
    this.left = left;
  }

  /// Whether all of the text is as the pattern says.
  static boolean matches(String pattern, String text) {
    try {
      return Pattern.matches(pattern, new Steadfast(text, new int[] {MOST_STEPS}));
    } catch (TooLong | StackOverflowError _) {
      return false;
    }
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new TooLong();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new Steadfast(text.subSequence(start, end), left);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super(null, null, false, false);
    }
  }
}
