// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.Takings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Adds up the books by the hour. Practice money and live money never meet in one sum.
public final class JdbcTakings implements Takings {
  private static final int WEEKS = 8;
  private static final long HOUR = 3_600;

  /// What paid for prints, also where it went back since, but not what was too much.
  static final String TAKEN =
      """
      select provider, evidence, at, paise from (
        select p.provider, p.evidence, p.at, p.prints_paise + coalesce((
          select sum(o.prints_paise) from outside_refund o
          where o.provider = p.provider and o.payment_id = p.payment_id), 0) as paise
        from payment p
        where p.live = :live and p.at >= :from and p.at < :to) paid
      where paise > 0
      """;

  /// What a credit pays was taken when it was paid for the first time.
  private static final String BY_HOUR =
      """
      select hour_of_day, sum(paise) as paise from (
        select cast(floor((extract(epoch from at) - :start) / 3600) as integer) as hour_of_day, paise
        from (%s) taken where provider <> 'credit') booked
      group by hour_of_day
      """
          .formatted(TAKEN);

  private static final String RETURNED =
      """
      select coalesce(sum(paise), 0) from settlement
      where outcome = 'RETURNED' and at >= :from and at < :to
      """;

  private static final String PRINTED =
      """
      select s.facts from execution e
      join execution_state s on s.execution_id = e.id
      join print_release r on r.execution_id = e.id
      join intent i on i.id = r.intent_id
      where e.status = 'COMPLETED' and i.live = :live and e.started_at >= :from and e.started_at < :to
      """;

  private final JdbcUnitOfWork unitOfWork;
  private final ZoneId zone;
  private final boolean live;

  /// `zone` is where the shop's days begin.
  public JdbcTakings(JdbcUnitOfWork unitOfWork, ZoneId zone, boolean live) {
    this.unitOfWork = unitOfWork;
    this.zone = zone;
    this.live = live;
  }

  @Override
  public Day on(Instant now) {
    LocalDate date = LocalDate.ofInstant(now, zone);
    DaySpan day = DaySpan.of(date, zone);
    int hour = (int) Math.min(HOURS - 1, (now.getEpochSecond() - day.start()) / HOUR);
    return unitOfWork.call(Durability.STEP, () -> {
      List<Integer> sheets = sheets(day);
      return new Day(
          date,
          hour,
          byHour(day).stream().map(Paise::new).toList(),
          new Paise(number(RETURNED, day)),
          sheets.size(),
          sheets.stream().mapToInt(Integer::intValue).sum());
    });
  }

  @Override
  public Usual usual(LocalDate date) {
    List<List<Long>> open = new ArrayList<>();
    for (int week = 1; week <= WEEKS; week++) {
      DaySpan day = DaySpan.of(date.minusWeeks(week), zone);
      List<Long> hours = unitOfWork.call(Durability.STEP, () -> byHour(day));
      if (hours.stream().anyMatch(paise -> paise > 0)) {
        open.add(hours);
      }
    }
    return new Usual(
        IntStream.range(0, HOURS).mapToObj(hour -> mean(open, hour)).toList(), open.size());
  }

  private static Paise mean(List<List<Long>> days, int hour) {
    long sum = days.stream().mapToLong(day -> day.get(hour)).sum();
    return new Paise(days.isEmpty() ? 0 : sum / days.size());
  }

  private List<Long> byHour(DaySpan day) {
    long[] hours = new long[HOURS];
    sums(day).forEach(sum -> hours[sum.hour()] += sum.paise());
    return IntStream.range(0, HOURS).mapToObj(hour -> Math.max(0, hours[hour])).toList();
  }

  private List<Sum> sums(DaySpan day) {
    return day.ask(unitOfWork.handle(), BY_HOUR)
        .bind("start", day.start())
        .bind("live", live)
        // Where clocks are set back, a day's 25th hour counts to its last one.
        .map((row, _) ->
            new Sum(Math.min(row.getInt("hour_of_day"), HOURS - 1), row.getLong("paise")))
        .list();
  }

  private long number(String query, DaySpan day) {
    return day.ask(unitOfWork.handle(), query).mapTo(Long.class).one();
  }

  private List<Integer> sheets(DaySpan day) {
    return day.ask(unitOfWork.handle(), PRINTED)
        .bind("live", live)
        .map((row, _) -> (int) Json.facts(row.getString("facts")).number("sheets"))
        .list();
  }

  private record Sum(int hour, long paise) {}
}
