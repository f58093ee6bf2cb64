// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times and spans as the people of one place and language read them.
public record TimeWords(Messages messages, ZoneId zone) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /// The time of day, with the day before it when that is not today's.
  public String clock(Instant time, Instant now) {
    return day(time).equals(day(now)) ? ofDay(time) : dayAndClock(time);
  }

  /// The time of day alone.
  public String ofDay(Instant time) {
    return CLOCK.format(time.atZone(zone));
  }

  /// Day, month and time to the second.
  public String exact(Instant time) {
    return pattern("d MMM, HH:mm:ss", time);
  }

  private String dayAndClock(Instant time) {
    return pattern("d MMM, HH:mm", time);
  }

  /// How long ago, in whole minutes; a clock set back reads as just now.
  public String age(Instant since, Instant now) {
    long minutes = Math.max(0, Duration.between(since, now).toMinutes());
    if (minutes == 0) {
      return messages.text(Phrase.AGE_NOW);
    }
    return minutes < 60
        ? messages.text(Phrase.AGE_MINUTES, minutes)
        : messages.text(Phrase.AGE_HOURS, minutes / 60, minutes % 60);
  }

  /// How long it took: to the hundredth below ten seconds, to the second below an hour.
  public String took(Instant from, Instant to) {
    Duration span = Duration.between(from, to);
    if (span.isNegative()) {
      span = Duration.ZERO;
    }
    if (span.toMinutes() == 0) {
      String digits = span.toSeconds() < 10 ? "%.2f" : "%.0f";
      return messages.text(
          Phrase.TOOK_SECONDS, String.format(Locale.ROOT, digits, span.toMillis() / 1000.0));
    }
    return span.toHours() == 0
        ? messages.text(Phrase.TOOK_MINUTES, span.toMinutes(), span.toSecondsPart())
        : messages.text(Phrase.AGE_HOURS, span.toHours(), span.toMinutesPart());
  }

  private LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }

  private String pattern(String pattern, Instant time) {
    return DateTimeFormatter.ofPattern(pattern, messages.locale()).format(time.atZone(zone));
  }
}
