// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the shop takes, by the hours of its days.
public interface Takings {
  /// Hours of a day, whatever the clocks do.
  int HOURS = 24;

  /// The day in which `now` lies, as far as it has come.
  Day on(Instant now);

  /// What the same weekday took in the weeks before, on average.
  Usual usual(LocalDate date);

  /// `hours` is the money that was paid for prints in each hour, `returned` what people of the shop gave
  /// back on this day; `jobs` and `sheets` are those that were printed. `hour` is where the day stands.
  record Day(
      LocalDate date, int hour, List<Paise> hours, Paise returned, int jobs, int sheets) {
    public Day {
      hours = whole(hours);
    }

    public Paise taken() {
      return hours.stream().reduce(Paise.ZERO, Paise::plus);
    }
  }

  /// The mean of those of the last weeks in which the shop took anything; `weeks` is how many there
  /// were, 0 while it is too early to tell.
  record Usual(List<Paise> hours, int weeks) {
    public Usual {
      hours = whole(hours);
    }

    public boolean isKnown() {
      return weeks > 0;
    }
  }

  private static List<Paise> whole(List<Paise> hours) {
    if (hours.size() != HOURS) {
      throw new IllegalArgumentException("a day has 24 hours, not " + hours.size());
    }
    return List.copyOf(hours);
  }
}
