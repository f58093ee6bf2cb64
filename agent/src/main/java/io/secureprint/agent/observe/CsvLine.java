// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import io.secureprint.agent.kernel.Paise;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One line of a table as RFC 4180 has it. What a spreadsheet would take for a formula gets an
/// apostrophe before it, and is text then.
public final class CsvLine {
  private static final String FORMULA = "=+-@\t\r";

  private CsvLine() {}

  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// As spreadsheets reckon with it: no sign, no grouping.
  public static String rupees(Paise amount) {
    return String.format(Locale.ROOT, "%d.%02d", amount.value() / 100, amount.value() % 100);
  }

  private static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(CsvLine::quoted)
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static boolean quoted(int character) {
    return character == ',' || character == '"' || character == '\r' || character == '\n';
  }
}
