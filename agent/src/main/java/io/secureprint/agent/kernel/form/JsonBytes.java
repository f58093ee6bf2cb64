// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

import static java.nio.charset.StandardCharsets.UTF_8;

/// How long texts are as JSON, in bytes of UTF-8: what is bounded before it is built.
final class JsonBytes {
  private static final int QUOTES = 2;

  private JsonBytes() {}

  static int of(String text) {
    long escaped = text.chars().filter(JsonBytes::escaped).count();
    return QUOTES + text.getBytes(UTF_8).length + (int) escaped;
  }

  /// A text of people: no control characters but those of lines, no half characters, and so long.
  static void text(String field, String value, int most) {
    Bounds.within(field, value.length(), 0, most);
    plain(field, value);
  }

  /// Refuses what no keyboard writes and some database or language does not take.
  static void plain(String field, String value) {
    if (value.codePoints().anyMatch(c -> control(c) || half(c))) {
      throw new IllegalArgumentException(field + " is no plain text");
    }
  }

  /// The same text as far as it is plain, cut to `most` UTF-16 units.
  static String cleaned(String text, int most) {
    StringBuilder kept = new StringBuilder();
    text.codePoints().filter(c -> !control(c) && !half(c)).forEach(kept::appendCodePoint);
    if (kept.length() <= most) {
      return kept.toString();
    }
    int end = Character.isHighSurrogate(kept.charAt(most - 2)) ? most - 2 : most - 1;
    return kept.substring(0, end) + "…";
  }

  private static boolean control(int c) {
    return c < ' ' && c != '\n' && c != '\t';
  }

  private static boolean half(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean escaped(int c) {
    return c == '"' || c == '\\' || c < ' ';
  }
}
