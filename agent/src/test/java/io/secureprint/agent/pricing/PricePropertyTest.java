// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Quote.Part;
import io.secureprint.agent.pricing.Quote.What;
import io.secureprint.driver.api.SheetPlan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;

/// What must hold for every list and every job.
final class PricePropertyTest {
  private static final int LISTS = 2_000;
  private static final int JOBS = 20;

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_121})
  void thePartsAddUpAndNothingOverflows(long seed) {
    each(seed, (list, job) -> {
      List<Part> parts = list.parts(job);
      long sum = 0;
      for (Part part : parts) {
        sum += part.signed();
        assertThat(sum).isBetween(0L, Paise.MAX);
        if (part.what() != What.BREAK && part.what() != What.DISCOUNT) {
          assertThat(part.amount()).isEqualTo(part.each().times(part.count()));
        }
      }
      assertThat(total(list, job).value()).isEqualTo(sum).isGreaterThanOrEqualTo(list.minimum().value());
    });
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 20_261_122})
  void moreNeverCostsLess(long seed) {
    each(seed, (list, job) -> {
      Paise total = total(list, job);
      if (job.mono() + job.colour() < SheetPlan.MAX_SIDES) {
        assertThat(total(list, more(job, 1, 0))).isGreaterThanOrEqualTo(total);
        assertThat(total(list, more(job, 0, 1))).isGreaterThanOrEqualTo(total);
      }
      int copies = SheetPlan.MAX_SIDES / job.sheets() / (job.duplex() ? 2 : 1);
      Paise before = total;
      for (int n = 2; n <= Math.min(copies, 99); n++) {
        Paise after = total(list, copies(job, n));
        assertThat(after).as("%d copies", n).isGreaterThanOrEqualTo(before);
        before = after;
      }
    });
  }

  @ParameterizedTest
  @ValueSource(longs = {3})
  void aBreakIsOnlyEverInTheCustomersFavour(long seed) {
    each(seed, (list, job) -> {
      List<Part> parts = list.parts(job);
      for (int at = 1; at < parts.size(); at++) {
        Part plain = parts.get(at - 1);
        Part part = parts.get(at);
        if (part.what() == What.BREAK) {
          assertThat(part.count()).isGreaterThanOrEqualTo(plain.count());
          assertThat(part.amount())
              .isEqualTo(plain.amount().minus(part.each().times(part.count())));
        }
      }
    });
  }

  private static void each(long seed, Law law) {
    RandomPrices random = new RandomPrices(new SplittableRandom(seed));
    for (int i = 0; i < LISTS; i++) {
      PriceList list = random.list();
      for (int j = 0; j < JOBS; j++) {
        law.holds(list, random.job(list));
      }
    }
  }

  private static Paise total(PriceList list, Job job) {
    return Part.sum(list.parts(job));
  }

  private static Job more(Job job, int mono, int colour) {
    return Job.pages(job.paper(), job.duplex(), job.mono() + mono, job.colour() + colour);
  }

  private static Job copies(Job job, int n) {
    return new Job(job.paper(), job.duplex(), job.mono() * n, job.colour() * n, job.sheets() * n);
  }

  private interface Law {
    void holds(PriceList list, Job job);
  }
}
