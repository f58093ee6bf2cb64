// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.PriceChange.Place;
import io.secureprint.agent.pricing.PriceChange.Price;
import io.secureprint.agent.pricing.PriceChange.Reduction;
import io.secureprint.driver.api.Paper;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

final class PriceChangeTest {
  private static final Discount WEEK = new Discount("Student week", 10);
  private static final PaperPrices PLAIN = TestPrices.paper(200, 0);

  @Test
  void tellsWhatWasAndWhatIsInTheOrderOfTheList() {
    Rate bulk = new Rate(new Paise(250), List.of(new Rate.Break(100, new Paise(180))));
    PaperPrices dearer =
        new PaperPrices(bulk, PLAIN.monoTwo(), PLAIN.colourOne(), PLAIN.colourTwo(), new Paise(50));
    assertThat(
            PriceChange.between(
                new PriceList(Map.of(Paper.A4, PLAIN), new Paise(200), null),
                new PriceList(Map.of(Paper.A4, dearer), new Paise(300), WEEK)))
        .containsExactly(
            price("A4", Figure.MONO_ONE, 1, new Paise(200), new Paise(250)),
            new Price(new Place("A4", Figure.MONO_ONE, 100), null, new Paise(180)),
            price("A4", Figure.SHEET, 1, Paise.ZERO, new Paise(50)),
            price("", Figure.MINIMUM, 1, new Paise(200), new Paise(300)),
            new Reduction(null, WEEK));
  }

  @Test
  void aPaperThatIsNotOfferedAnyMoreHadPricesAndHasNone() {
    PriceList both =
        new PriceList(Map.of(Paper.A4, PLAIN, Paper.A3, PLAIN), new Paise(200), WEEK);
    PriceList one = new PriceList(Map.of(Paper.A4, PLAIN), new Paise(200), null);
    List<PriceChange> changes = PriceChange.between(both, one);
    assertThat(changes).hasSize(6).endsWith(new Reduction(WEEK, null));
    assertThat(changes.getFirst())
        .isEqualTo(new Price(new Place("A3", Figure.MONO_ONE, 1), new Paise(200), null));
  }

  @Test
  void onlyEqualListsHaveNoChanges() {
    RandomPrices random = new RandomPrices(new SplittableRandom(7));
    for (int i = 0; i < 500; i++) {
      PriceList one = random.list();
      PriceList other = random.list();
      assertThat(PriceChange.between(one, one)).isEmpty();
      assertThat(PriceChange.between(one, other).isEmpty()).isEqualTo(one.equals(other));
      assertThat(PriceChange.between(other, one)).hasSameSizeAs(PriceChange.between(one, other));
    }
  }

  private static Price price(String paper, Figure figure, int from, Paise before, Paise after) {
    return new Price(new Place(paper, figure, from), before, after);
  }
}
