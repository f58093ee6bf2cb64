// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From when to when the shop is open on a day, in minutes since midnight by the clock on its wall;
/// `to` may be 1440, the day's end.
public record OpenSpan(int from, int to) {
  static final OpenSpan ALL_DAY = new OpenSpan(0, 24 * 60);
  /// Shorter ones are slips of the finger, and would make a promise reach over years.
  static final int SHORTEST = 15;
  private static final Pattern TEXT =
      Pattern.compile("(\\d{2}):([0-5]\\d)-(\\d{2}):([0-5]\\d)");

  public OpenSpan {
    if (from < 0 || to > 24 * 60 || to - from < SHORTEST) {
      throw new IllegalArgumentException("not open from " + from + " to " + to);
    }
  }

  /// `09:00-13:30`, or nothing for what is no such text.
  static Optional<OpenSpan> read(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int from = minutes(matcher.group(1), matcher.group(2));
    int to = minutes(matcher.group(3), matcher.group(4));
    return to <= 24 * 60 && to - from >= SHORTEST
        ? Optional.of(new OpenSpan(from, to))
        : Optional.empty();
  }

  public String text() {
    return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
  }

  Instant opens(LocalDate day, ZoneId zone) {
    return at(day, from, zone);
  }

  Instant closes(LocalDate day, ZoneId zone) {
    return at(day, to, zone);
  }

  /// A time that the wall clock leaps over is the moment of the leap; of one that it shows twice, the
  /// first. So spans neither overlap nor run backwards on such a day.
  private static Instant at(LocalDate day, int minutes, ZoneId zone) {
    LocalDateTime local = day.atStartOfDay().plusMinutes(minutes);
    ZoneOffsetTransition leap = zone.getRules().getTransition(local);
    return leap != null && leap.isGap()
        ? leap.getInstant()
        : ZonedDateTime.of(local, zone).toInstant();
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }
}
