// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One field of a cron expression: which values it has, and whether it began with `*`.
record CronField(BitSet values, boolean any) {
  static final List<String> MONTHS =
      List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private static final Pattern PART =
      Pattern.compile("(\\*|(\\w{1,3})(?:-(\\w{1,3}))?)(?:/([0-9]{1,2}))?");

  boolean has(int value) {
    return values.get(value);
  }

  /// `names` may stand for numbers, by their index.
  ///
  /// @throws IllegalArgumentException with words for the one who wrote it
  static CronField parse(String what, String text, int low, int high, List<String> names) {
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      Matcher found = PART.matcher(part);
      if (!found.matches()) {
        throw new IllegalArgumentException("this is no " + what + ": " + part);
      }
      boolean star = found.group(1).equals("*");
      int from = star ? low : number(what, found.group(2), low, high, names);
      int to = to(what, found, from, low, high, names);
      int step = found.group(4) == null ? 1 : Integer.parseInt(found.group(4));
      if (step < 1 || to < from) {
        throw new IllegalArgumentException("this " + what + " never comes: " + part);
      }
      for (int value = from; value <= to; value += step) {
        values.set(value);
      }
    }
    return new CronField(values, text.startsWith("*"));
  }

  private static int to(
      String what, Matcher found, int from, int low, int high, List<String> names) {
    boolean open = found.group(1).equals("*") || (found.group(3) == null && found.group(4) != null);
    if (open) {
      return high == 7 ? 6 : high;
    }
    return found.group(3) == null ? from : number(what, found.group(3), low, high, names);
  }

  private static int number(String what, String text, int low, int high, List<String> names) {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    int number = named >= 0 ? named : text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    if (number < low || number > high) {
      throw new IllegalArgumentException(
          "the " + what + " is from " + low + " to " + high + ", and not " + text);
    }
    return number;
  }
}
