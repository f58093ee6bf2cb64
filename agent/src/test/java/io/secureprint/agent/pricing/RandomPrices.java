// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetPlan;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Price lists as no shop would have them, and jobs of every size; the extremes come often.
final class RandomPrices {
  private final RandomGenerator random;

  RandomPrices(RandomGenerator random) {
    this.random = random;
  }

  PriceList list() {
    Map<Paper, PaperPrices> papers = new EnumMap<>(Paper.class);
    List<Paper> all = List.of(Paper.values());
    papers.put(all.get(random.nextInt(all.size())), paper());
    for (Paper paper : all) {
      if (random.nextBoolean()) {
        papers.put(paper, paper());
      }
    }
    return new PriceList(papers, paise(100), discount());
  }

  /// A job on a paper of this list.
  Job job(PriceList list) {
    List<Paper> offered = List.copyOf(list.papers().keySet());
    int sides = 1 + upTo(SheetPlan.MAX_SIDES - 1);
    int colour = random.nextInt(3) == 0 ? sides : random.nextInt(sides + 1);
    return Job.pages(
        offered.get(random.nextInt(offered.size())), random.nextBoolean(), sides - colour, colour);
  }

  private PaperPrices paper() {
    SortedSet<Integer> froms = new TreeSet<>();
    for (int i = random.nextInt(Rate.MOST_BREAKS + 1); i > 0; i--) {
      froms.add(2 + upTo(SheetPlan.MAX_SIDES - 2));
    }
    return new PaperPrices(rate(froms), rate(froms), rate(froms), rate(froms), paise(0));
  }

  private Rate rate(SortedSet<Integer> froms) {
    Paise each = paise(1);
    List<Rate.Break> breaks = new ArrayList<>();
    long before = each.value();
    for (int from : froms) {
      if (before > 1 && random.nextInt(4) > 0) {
        before = 1 + random.nextLong(before - 1);
        breaks.add(new Rate.Break(from, new Paise(before)));
      }
    }
    return new Rate(each, breaks);
  }

  private @Nullable Discount discount() {
    return random.nextBoolean() ? null : new Discount("Student week", 1 + random.nextInt(99));
  }

  private Paise paise(long least) {
    return switch (random.nextInt(4)) {
      case 0 -> new Paise(least);
      case 1 -> PriceList.HIGHEST;
      default -> new Paise(random.nextLong(least, PriceList.HIGHEST.value() + 1));
    };
  }

  /// 0 to `most`: mostly small, sometimes the very most.
  private int upTo(int most) {
    return switch (random.nextInt(8)) {
      case 0 -> most;
      case 1, 2 -> random.nextInt(most + 1);
      default -> random.nextInt(Math.min(most, 300) + 1);
    };
  }
}
