// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.Takings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// A Saturday's till in memory.
public final class SampleTakings implements Takings {
  private static final List<Integer> TODAY = List.of(9, 12_600, 10, 34_150);
  private static final int[] USUAL = {
    8_000, 14_500, 21_000, 18_000, 9_500, 12_000, 16_500, 24_000, 28_500, 19_000, 11_000, 4_500
  };

  public boolean open = true;
  public boolean young;
  public boolean broken;
  public int reads;

  @Override
  public Day on(Instant now) {
    reads++;
    if (broken) {
      throw new IllegalStateException("the database is gone");
    }
    LocalDate date = LocalDate.ofInstant(now, SampleShop.ZONE);
    return open
        ? new Day(date, 10, hours(TODAY), new Paise(4_600), 23, 142)
        : new Day(date, 10, hours(List.of()), Paise.ZERO, 0, 0);
  }

  @Override
  public Usual usual(LocalDate date) {
    List<Paise> hours =
        IntStream.range(0, HOURS)
            .mapToObj(hour -> new Paise(hour < 9 || hour > 20 || young ? 0 : USUAL[hour - 9]))
            .toList();
    return new Usual(hours, young ? 0 : 6);
  }

  /// `paid` is hour and paise in turn.
  private static List<Paise> hours(List<Integer> paid) {
    return IntStream.range(0, HOURS)
        .mapToObj(hour -> paid.indexOf(hour))
        .map(at -> at < 0 ? Paise.ZERO : new Paise(paid.get(at + 1)))
        .toList();
  }
}
