// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The shop's hours as text, nothing in it checked yet: the name of a time zone, spans such as
/// `09:00-13:00` by weekday in lower-case English, festivals as date and name.
public record CalendarDraft(
    String zone, Map<String, List<String>> hours, Map<String, String> festivals) {
  private static final String HOURS_WRONG = "CALENDAR_HOURS_WRONG";
  private static final int MOST_SPANS = 6;
  private static final int LONGEST_FESTIVAL = 60;

  public CalendarDraft {
    hours = Map.copyOf(hours);
    festivals = Map.copyOf(festivals);
  }

  public static CalendarDraft of(ShopCalendar calendar) {
    Map<String, List<String>> hours = new TreeMap<>();
    calendar
        .week()
        .forEach(
            (day, spans) -> hours.put(word(day), spans.stream().map(OpenSpan::text).toList()));
    Map<String, String> festivals = new TreeMap<>();
    calendar.festivals().forEach((day, name) -> festivals.put(day.toString(), name));
    return new CalendarDraft(calendar.zone().getId(), hours, festivals);
  }

  /// As a calendar, or what is wrong with it: with a day in the field `hours.monday`, with the whole
  /// week in `hours`.
  public Answer<ShopCalendar> read() {
    Faults faults = new Faults();
    Optional<ZoneId> where = where();
    Map<DayOfWeek, List<OpenSpan>> week = new EnumMap<>(DayOfWeek.class);
    boolean told = readInto(week, faults);
    boolean opens = week.values().stream().anyMatch(spans -> !spans.isEmpty());
    SortedMap<LocalDate, String> closed = new TreeMap<>();
    boolean known =
        festivals.size() <= ShopCalendar.MOST_FESTIVALS
            && festivals.entrySet().stream().allMatch(day -> put(closed, day.getKey(), day.getValue()));
    return faults
        .check("zone", where.isPresent(), "CALENDAR_ZONE_WRONG")
        .check("hours", !told || opens, HOURS_WRONG)
        .check("festivals", known, "CALENDAR_FESTIVAL_WRONG")
        .refusal()
        .<Answer<ShopCalendar>>map(Answer.Refused::new)
        .orElseGet(
            () -> new Answer.Done<>(new ShopCalendar(where.orElseThrow(), week, closed)));
  }

  /// Whether each day could be read; what is wrong with one is a fault of that day.
  private boolean readInto(Map<DayOfWeek, List<OpenSpan>> week, Faults faults) {
    boolean told = true;
    for (Map.Entry<String, List<String>> day : new TreeMap<>(hours).entrySet()) {
      boolean right = put(week, day.getKey(), day.getValue());
      faults.check("hours." + day.getKey(), right, HOURS_WRONG);
      told &= right;
    }
    return told;
  }

  private Optional<ZoneId> where() {
    try {
      return Optional.of(ZoneId.of(zone));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean put(Map<DayOfWeek, List<OpenSpan>> week, String name, List<String> texts) {
    List<OpenSpan> spans = new ArrayList<>();
    texts.stream().limit(MOST_SPANS + 1L).forEach(text -> OpenSpan.read(text).ifPresent(spans::add));
    spans.sort(Comparator.comparingInt(OpenSpan::from));
    boolean apart = true;
    for (int at = 1; at < spans.size(); at++) {
      apart &= spans.get(at).from() >= spans.get(at - 1).to();
    }
    Optional<DayOfWeek> day = weekday(name);
    day.ifPresent(each -> week.put(each, spans));
    return day.isPresent() && apart && spans.size() == texts.size() && spans.size() <= MOST_SPANS;
  }

  private static boolean put(Map<LocalDate, String> closed, String date, String name) {
    try {
      return Faults.line(name, LONGEST_FESTIVAL) && closed.put(LocalDate.parse(date), name) == null;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static Optional<DayOfWeek> weekday(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (word(day).equals(name)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
