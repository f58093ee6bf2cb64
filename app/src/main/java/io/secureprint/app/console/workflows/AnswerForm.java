// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

/// The usual forms of an answer, each with the expression that stands for it in the text.
enum AnswerForm {
  ANY,
  DIGITS,
  LETTERS_DIGITS,
  BEGINS,
  BY_HAND;

  private static final String SPECIAL = "[\\\\^$.|?*+()\\[\\]{}]";
  private static final String REST = ".*";

  static AnswerForm of(String pattern) {
    if (pattern.isEmpty()) {
      return ANY;
    }
    if (pattern.equals(DIGITS.pattern(""))) {
      return DIGITS;
    }
    if (pattern.equals(LETTERS_DIGITS.pattern(""))) {
      return LETTERS_DIGITS;
    }
    return beginning(pattern).isEmpty() ? BY_HAND : BEGINS;
  }

  /// What answers begin with; empty where that is not what it says.
  static String beginning(String pattern) {
    String plain = "(?:\\\\" + SPECIAL + "|(?!" + SPECIAL + ").)+";
    if (!pattern.endsWith(REST)) {
      return "";
    }
    String begun = pattern.substring(0, pattern.length() - REST.length());
    return begun.matches(plain) ? begun.replaceAll("\\\\(.)", "$1") : "";
  }

  /// `typed` is what answers begin with, or what is written by hand.
  String pattern(String typed) {
    return switch (this) {
      case ANY -> "";
      case DIGITS -> "[0-9]+";
      case LETTERS_DIGITS -> "[A-Za-z0-9]+";
      case BEGINS -> typed.isEmpty() ? "" : typed.replaceAll(SPECIAL, "\\\\$0") + REST;
      case BY_HAND -> typed;
    };
  }
}
