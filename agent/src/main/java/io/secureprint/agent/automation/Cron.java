// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A cron expression of five fields: minute, hour, day of the month, month, day of the week (0 and 7 are
/// Sunday). Where both days are given, either will do. When clocks change, as in Vixie's cron: a certain
/// hour that does not exist that day comes at the moment of the change, one that comes twice counts the
/// first time; with `*` for the hour every real hour counts.
///
/// The library that keeps the timers also reads such expressions, but leaves a daily time out on the day
/// on which clocks skip it.
public record Cron(
    String text,
    CronField minutes,
    CronField hours,
    CronField days,
    CronField months,
    CronField weekdays) {
  private static final int FIELDS = 5;
  /// The longest that a time of some year can be away: from one 29 February to the next over 2100.
  private static final int YEARS = 9;

  /// Reads it as its owner typed it.
  ///
  /// @throws IllegalArgumentException with words for the one who wrote it
  public static Cron parse(String text) {
    String[] fields = text.strip().split("\\s+");
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(
          "five fields are needed: minute, hour, day, month, day of the week");
    }
    Cron cron =
        new Cron(
            String.join(" ", fields),
            CronField.parse("minute", fields[0], 0, 59, List.of()),
            CronField.parse("hour", fields[1], 0, 23, List.of()),
            CronField.parse("day", fields[2], 1, 31, List.of()),
            CronField.parse("month", fields[3], 1, 12, CronField.MONTHS),
            CronField.parse("day of the week", fields[4], 0, 7, CronField.WEEKDAYS));
    if (cron.next(Instant.EPOCH, ZoneOffset.UTC).isEmpty()) {
      throw new IllegalArgumentException("there is no such day in any year");
    }
    return cron;
  }

  /// The first time behind `after`; empty if there is none within nine years.
  public Optional<Instant> next(Instant after, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    LocalDate first = LocalDate.ofInstant(after, zone);
    return first
        .datesUntil(first.plusYears(YEARS))
        .filter(this::isDay)
        .flatMap(day -> times(day, rules).filter(at -> at.isAfter(after)).min(Instant::compareTo).stream())
        .findFirst();
  }

  private boolean isDay(LocalDate date) {
    boolean day = days.has(date.getDayOfMonth());
    DayOfWeek week = date.getDayOfWeek();
    boolean weekday =
        weekdays.has(week.getValue()) || (week == DayOfWeek.SUNDAY && weekdays.has(0));
    boolean either = !days.any() && !weekdays.any();
    return months.has(date.getMonthValue()) && (either ? day || weekday : day && weekday);
  }

  private Stream<Instant> times(LocalDate day, ZoneRules rules) {
    return IntStream.rangeClosed(0, 23)
        .filter(hours::has)
        .boxed()
        .flatMap(
            hour ->
                IntStream.rangeClosed(0, 59)
                    .filter(minutes::has)
                    .mapToObj(minute -> day.atTime(hour, minute)))
        .flatMap(time -> moments(time, rules));
  }

  private Stream<Instant> moments(LocalDateTime time, ZoneRules rules) {
    List<ZoneOffset> offsets = rules.getValidOffsets(time);
    if (hours.any()) {
      return offsets.stream().map(time::toInstant);
    }
    if (offsets.isEmpty()) {
      ZoneOffsetTransition change = rules.getTransition(time);
      return Stream.of(change.getInstant());
    }
    return Stream.of(time.toInstant(offsets.getFirst()));
  }
}
