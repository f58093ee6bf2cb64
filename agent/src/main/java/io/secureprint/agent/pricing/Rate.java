// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.SheetPlan;

import java.util.List;

/// What one printed side of a kind costs, and what it costs in larger jobs.
///
/// The price of a break counts for all sides of the job, as copy shops have it. So that more pages
/// never cost less than fewer, a job just below a break is charged as that break where this is less.
public record Rate(Paise each, List<Break> breaks) {
  public static final int MOST_BREAKS = 8;

  public Rate {
    breaks = List.copyOf(breaks);
    PriceList.check("price of a side", each, 1);
    if (breaks.size() > MOST_BREAKS) {
      throw new IllegalArgumentException("too many breaks: " + breaks.size());
    }
    int from = 1;
    Paise before = each;
    for (Break next : breaks) {
      if (next.from() <= from || next.each().compareTo(before) >= 0) {
        throw new IllegalArgumentException("no break after " + from + " at " + before + ": " + next);
      }
      from = next.from();
      before = next.each();
    }
  }

  public static Rate of(Paise each) {
    return new Rate(each, List.of());
  }

  /// From `from` sides of a kind on, each costs this.
  public record Break(int from, Paise each) {
    public Break {
      if (from < 2 || from > SheetPlan.MAX_SIDES) {
        throw new IllegalArgumentException("a break from " + from + " sides on");
      }
      PriceList.check("price of a break", each, 1);
    }
  }

  /// What so many sides are charged as.
  Charge charge(int sides) {
    Charge best = new Charge(sides, each);
    for (Break next : breaks) {
      Charge charge = new Charge(Math.max(sides, next.from()), next.each());
      if (charge.total().compareTo(best.total()) < 0) {
        best = charge;
      }
    }
    return best;
  }

  /// So many sides at so much.
  record Charge(int sides, Paise each) {
    Paise total() {
      return each.times(sides);
    }
  }
}
