// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// When the shop is open: by weekday, but never on a festival. Promises use up open time alone.
public record ShopCalendar(
    ZoneId zone, Map<DayOfWeek, List<OpenSpan>> week, SortedMap<LocalDate, String> festivals) {
  static final int MOST_FESTIVALS = 200;

  public ShopCalendar {
    Map<DayOfWeek, List<OpenSpan>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, spans) -> days.put(day, List.copyOf(spans)));
    week = Collections.unmodifiableMap(days);
    festivals = Collections.unmodifiableSortedMap(new TreeMap<>(festivals));
    if (week.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a shop that never opens can promise nothing");
    }
    if (festivals.size() > MOST_FESTIVALS) {
      throw new IllegalArgumentException("too many festivals: " + festivals.size());
    }
  }

  /// Open day and night.
  public static ShopCalendar aroundTheClock(ZoneId zone) {
    Map<DayOfWeek, List<OpenSpan>> week =
        Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(Function.identity(), _ -> List.of(OpenSpan.ALL_DAY)));
    return new ShopCalendar(zone, week, new TreeMap<>());
  }

  /// The first moment by which the shop was open for so long since `from`.
  public Instant after(Instant from, Duration open) {
    Duration left = open;
    LocalDate day = firstDay(from);
    while (left.isPositive()) {
      for (OpenSpan span : spans(day)) {
        Instant begin = later(span.opens(day, zone), from);
        Duration here = between(begin, span.closes(day, zone));
        if (here.compareTo(left) >= 0) {
          return begin.plus(left);
        }
        left = left.minus(here);
      }
      day = day.plusDays(1);
    }
    return from;
  }

  /// For how long the shop was open from `from` until `to`.
  public Duration open(Instant from, Instant to) {
    Duration open = Duration.ZERO;
    for (LocalDate day = firstDay(from); !day.isAfter(to.atZone(zone).toLocalDate()); day = day.plusDays(1)) {
      for (OpenSpan span : spans(day)) {
        Instant end = span.closes(day, zone);
        open =
            open.plus(between(later(span.opens(day, zone), from), end.isAfter(to) ? to : end));
      }
    }
    return open;
  }

  private List<OpenSpan> spans(LocalDate day) {
    return festivals.containsKey(day)
        ? List.of()
        : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  /// Where a zone puts its clocks back at midnight, the day before may still go on.
  private LocalDate firstDay(Instant from) {
    return from.atZone(zone).toLocalDate().minusDays(1);
  }

  private static Duration between(Instant begin, Instant end) {
    return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
