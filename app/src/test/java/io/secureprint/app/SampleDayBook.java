// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.DayBook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Books in memory: each day has `rows` that were confirmed by hand.
public final class SampleDayBook implements DayBook {
  public int rows = 5;
  public boolean quiet;
  public boolean robbed;
  public boolean broken;
  public String actor = "Ravi";
  public final List<LocalDate> asked = new ArrayList<>();

  @Override
  public ZoneId zone() {
    return SampleShop.ZONE;
  }

  @Override
  public Page of(LocalDate date) {
    asked.add(date);
    if (broken) {
      throw new IllegalStateException("the database is gone");
    }
    Instant opening = date.atTime(9, 4).atZone(zone()).toInstant();
    return quiet
        ? new Page(date, taken(0), back(0), List.of(), List.of(), List.of())
        : new Page(date, taken(1), back(1), unprinted(opening), unpaid(opening), confirmed(opening));
  }

  private static List<Taken> taken(int times) {
    return List.of(
        new Taken(Way.CASH, 34 * times, new Paise(218_600L * times)),
        new Taken(Way.UPI, 12 * times, new Paise(94_287L * times)),
        new Taken(Way.GATEWAY, 156 * times, new Paise(1_342_550L * times)),
        new Taken(Way.CREDIT, 2 * times, new Paise(3_400L * times)));
  }

  private static GivenBack back(int times) {
    return new GivenBack(
        new Paise(1_500L * times), new Paise(2_000L * times), new Paise(1_000L * times));
  }

  private static List<Unprinted> unprinted(Instant opening) {
    return List.of(
        new Unprinted(later(opening, 11), "Blue Mango", new Paise(2_000), End.BY_HAND, ""),
        new Unprinted(later(opening, 19), "Sky Plum", new Paise(1_500), End.BY_GATEWAY, ""),
        new Unprinted(later(opening, 47), "Orange Coconut", new Paise(700), End.OPEN, "PAID_NOT_PRINTED"));
  }

  private List<Unpaid> unpaid(Instant opening) {
    return robbed ? List.of(new Unpaid(later(opening, 52), "Grey Melon")) : List.of();
  }

  private List<Confirmed> confirmed(Instant opening) {
    return IntStream.range(0, rows).mapToObj(at -> row(later(opening, 3L * at), at)).toList();
  }

  private Confirmed row(Instant at, int number) {
    boolean cash = number % 3 != 1;
    return new Confirmed(
        at,
        SampleShop.NAMES.get(number % SampleShop.NAMES.size()).english(),
        new Paise(cash ? 1_200 + 500L * number : 6_597 - number),
        cash ? Way.CASH : Way.UPI,
        cash ? "" : String.format(Locale.ROOT, "%04d", number * 41),
        number % 4 == 0 ? "Asha" : actor);
  }

  private static Instant later(Instant opening, long minutes) {
    return opening.plus(Duration.ofMinutes(minutes));
  }
}
