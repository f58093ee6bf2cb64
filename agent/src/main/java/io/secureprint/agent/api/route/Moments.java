// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Times and days as programs write them, in years that every database holds.
public final class Moments {
  private static final int LAST_YEAR = 9_999;

  private Moments() {}

  /// A time.
  ///
  /// @throws DateTimeException when it is none, or not of the years 1 to 9999
  public static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    hold(instant.atOffset(ZoneOffset.UTC).getYear());
    return instant;
  }

  /// A day.
  ///
  /// @throws DateTimeException when it is none, or not of the years 1 to 9999
  public static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    hold(day.getYear());
    return day;
  }

  private static void hold(int year) {
    if (year < 1 || year > LAST_YEAR) {
      throw new DateTimeException("not a year from 1 to " + LAST_YEAR + ": " + year);
    }
  }
}
