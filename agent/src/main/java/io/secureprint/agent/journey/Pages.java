// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.driver.api.PageRange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Page ranges as people type them: `1-3, 7`. Empty text means all pages.
final class Pages {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

  private Pages() {}

  /// Empty when the text is no list of ranges.
  static Optional<List<PageRange>> parse(String text) {
    List<PageRange> ranges = new ArrayList<>();
    if (text.isBlank()) {
      return Optional.of(ranges);
    }
    for (String part : text.replace(" ", "").split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first < 1 || last < first || last > 1_000 || ranges.size() >= 100) {
        return Optional.empty();
      }
      ranges.add(new PageRange(first, last));
    }
    return Optional.of(ranges);
  }
}
