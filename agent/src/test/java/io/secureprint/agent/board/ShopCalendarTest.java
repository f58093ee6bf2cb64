// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Open time, by tables whose answers were worked out by hand. 2026-11-21 is a Saturday.
final class ShopCalendarTest {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  /// Two halves on weekdays, a short Saturday, closed on Sundays and on two days.
  private static final ShopCalendar SHOP =
      calendar(
          "Asia/Kolkata",
          "09:00-13:00,14:00-21:00",
          "10:00-16:00",
          Map.of("2026-11-24", "Guru Nanak Jayanti", "2026-12-25", "Christmas"));

  @ParameterizedTest
  @CsvSource({
    // within one span, to its last minute, over the break
    "2026-11-23T10:00, 60, 2026-11-23T11:00",
    "2026-11-23T10:00, 180, 2026-11-23T13:00",
    "2026-11-23T12:30, 60, 2026-11-23T14:30",
    // begun while it was shut: before opening, in the break, after closing
    "2026-11-23T06:00, 30, 2026-11-23T09:30",
    "2026-11-23T13:20, 30, 2026-11-23T14:30",
    "2026-11-25T22:00, 30, 2026-11-26T09:30",
    // over a night
    "2026-11-25T20:30, 60, 2026-11-26T09:30",
    // over a Sunday
    "2026-11-21T15:30, 60, 2026-11-23T09:30",
    "2026-11-22T11:00, 60, 2026-11-23T10:00",
    // over a festival
    "2026-11-23T20:30, 60, 2026-11-25T09:30",
    // a whole working day and a week
    "2026-11-25T09:00, 660, 2026-11-25T21:00",
    "2026-11-25T09:00, 661, 2026-11-26T09:01",
    "2026-11-30T09:00, 3660, 2026-12-05T16:00",
  })
  void aPromiseEndsWhenTheShopWasOpenForLongEnough(String from, long minutes, String due) {
    assertThat(SHOP.after(at(from, INDIA), Duration.ofMinutes(minutes))).isEqualTo(at(due, INDIA));
    assertThat(SHOP.open(at(from, INDIA), at(due, INDIA))).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void aShopThatNeverClosesCountsEveryMillisecond() {
    ShopCalendar always = ShopCalendar.aroundTheClock(ZoneId.of("Europe/Berlin"));
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      Instant from = Instant.ofEpochMilli(random.nextLong(1_600_000_000_000L, 1_900_000_000_000L));
      Duration target = Duration.ofMillis(random.nextLong(1, 40L * 86_400_000));
      assertThat(always.after(from, target)).isEqualTo(from.plus(target));
      assertThat(always.open(from, from.plus(target))).isEqualTo(target);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Kolkata", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe"})
  void whatIsOpenUntilTheDueInstantIsWhatWasPromised(String zone) {
    ShopCalendar shop =
        calendar(zone, "00:00-02:30,02:30-05:15,22:00-24:00", "01:15-03:10", Map.of());
    Random random = new Random(11);
    for (int round = 0; round < 1_000; round++) {
      Instant from = Instant.ofEpochMilli(random.nextLong(1_600_000_000_000L, 1_900_000_000_000L));
      Duration target = Duration.ofMillis(random.nextLong(1, 3L * 86_400_000));
      Instant due = shop.after(from, target);
      assertThat(shop.open(from, due)).as("%s %s", from, target).isEqualTo(target);
      assertThat(shop.open(from, due.minusMillis(1))).isEqualTo(target.minusMillis(1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // the night when the hour from 2 to 3 does not happen, and when it happens twice
    "2026-03-28T22:00, 240, 2026-03-29T03:00",
    "2026-10-24T22:00, 240, 2026-10-25T02:00",
  })
  void aNightOfChangedClocksIsAsLongAsItIs(String from, long minutes, String due) {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ShopCalendar always = ShopCalendar.aroundTheClock(berlin);
    assertThat(always.after(at(from, berlin), Duration.ofMinutes(minutes)))
        .isEqualTo(at(due, berlin));
    ShopCalendar early = calendar("Europe/Berlin", "02:15-02:45,08:00-09:00", "", Map.of());
    assertThat(early.open(at("2026-03-29T00:00", berlin), at("2026-03-30T00:00", berlin)))
        .as("an opening that the wall clock leaps over")
        .isZero();
  }

  @Test
  void theLongestPromiseOfTheShortestWeekIsFoundInNoTime() {
    ShopCalendar hardly = calendar("Asia/Kolkata", "", "10:00-10:15", Map.of());
    Instant from = at("2026-11-21T00:00", INDIA);
    assertThat(hardly.after(from, Duration.ofDays(30))).isAfter(from.plus(Duration.ofDays(20_000)));
  }

  @Test
  void whatIsKeptAsTextIsTheSameCalendar() {
    CalendarDraft text = CalendarDraft.of(SHOP);
    assertThat(text.read()).isEqualTo(new Answer.Done<>(SHOP));
    assertThat(text.hours().get("saturday")).containsExactly("10:00-16:00");
  }

  @ParameterizedTest
  @CsvSource({
    "Mars/Olympus, monday, 09:00-12:00, 2026-11-24, CALENDAR_ZONE_WRONG",
    "Asia/Kolkata, montag, 09:00-12:00, 2026-11-24, CALENDAR_HOURS_WRONG",
    "Asia/Kolkata, monday, 12:00-09:00, 2026-11-24, CALENDAR_HOURS_WRONG",
    "Asia/Kolkata, monday, 09:00-25:00, 2026-11-24, CALENDAR_HOURS_WRONG",
    "Asia/Kolkata, monday, 24:00-24:30, 2026-11-24, CALENDAR_HOURS_WRONG",
    "Asia/Kolkata, monday, 99:00-99:59, 2026-11-24, CALENDAR_HOURS_WRONG",
    "Asia/Kolkata, monday, 09:00-09:10, 2026-11-24, CALENDAR_HOURS_WRONG",
    "Asia/Kolkata, monday, 9-12, 2026-11-24, CALENDAR_HOURS_WRONG",
    "Asia/Kolkata, monday, 09:00-12:00, 2026-02-30, CALENDAR_FESTIVAL_WRONG",
    "Asia/Kolkata, monday, 09:00-12:00, tomorrow, CALENDAR_FESTIVAL_WRONG",
  })
  void hoursThatMakeNoSenseAreRefused(
      String zone, String day, String span, String festival, String code) {
    CalendarDraft draft =
        new CalendarDraft(zone, Map.of(day, List.of(span)), Map.of(festival, "Holi"));
    assertThat(draft.read())
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.why().code()).isEqualTo(code));
  }

  @Test
  void aShopThatNeverOpensIsRefusedAndADayThatCannotBeReadIsNamed() {
    Map<Map<String, List<String>>, String> wrong =
        Map.of(
            Map.of(), "hours",
            Map.of("monday", List.of()), "hours",
            Map.of("monday", List.of("09:00-12:00", "11:00-13:00")), "hours.monday",
            Map.of("monday", List.of("09:00-12:00"), "tuesday", List.of("x")), "hours.tuesday");
    wrong.forEach((hours, field) ->
        assertThat(new CalendarDraft("Asia/Kolkata", hours, Map.of()).read())
            .as("%s", hours)
            .isEqualTo(Answer.refused(new Refusal.Wrong(field, "CALENDAR_HOURS_WRONG"))));
  }

  @Test
  void moreFestivalsThanAYearHoldsAreRefused() {
    Map<String, String> many = new TreeMap<>();
    for (int day = 0; day <= ShopCalendar.MOST_FESTIVALS; day++) {
      many.put(LocalDate.of(2026, 1, 1).plusDays(day).toString(), "Holi");
    }
    Map<String, List<String>> hours = Map.of("monday", List.of("09:00-12:00"));
    assertThat(new CalendarDraft("Asia/Kolkata", hours, many).read())
        .isEqualTo(Answer.refused(new Refusal.Wrong("festivals", "CALENDAR_FESTIVAL_WRONG")));
    assertThat(new CalendarDraft("Asia/Kolkata", hours, Map.of("2026-11-24", "a\nb")).read())
        .isInstanceOf(Answer.Refused.class);
  }

  static ShopCalendar calendar(
      String zone, String weekdays, String saturday, Map<String, String> festivals) {
    Map<String, List<String>> hours = new TreeMap<>();
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
      hours.put(day, spans(weekdays));
    }
    hours.put("saturday", spans(saturday));
    return SlaDesk.calendar(new CalendarDraft(zone, hours, festivals));
  }

  private static List<String> spans(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }
}
