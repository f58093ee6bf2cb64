// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;
import io.secureprint.driver.api.Sides;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class PricingTest {
  private final Pricing pricing = new Pricing(PriceList.DEFAULTS, Ids.secure());

  @Test
  void aQuoteNamesItsParts() {
    Quote quote = pricing.quote(plan(Sides.ONE, 2, 47, 3));
    assertThat(quote.parts())
        .containsExactly(
            new Quote.Part(Quote.What.MONO, false, 94, new Paise(200), new Paise(18_800)),
            new Quote.Part(Quote.What.COLOUR, false, 6, new Paise(1_000), new Paise(6_000)));
    assertThat(quote.total()).isEqualTo(new Paise(24_800));
  }

  @Test
  void twoSidesHaveTheirOwnPriceAndBlankBacksCostNothing() {
    SheetPlan plan =
        new SheetPlan(
            Paper.A4,
            Sides.TWO_LONG_EDGE,
            1,
            List.of(page(1, false), page(2, false), page(3, false), SheetSide.BLANK));
    assertThat(pricing.quote(plan).total()).isEqualTo(new Paise(450));
  }

  @Test
  void whatTheSameCostsWithoutItsColoursIsToldAndTheOtherWayRound() {
    SheetPlan plan = plan(Sides.ONE, 1, 47, 3);
    Quote inColour = pricing.quote(plan);
    Quote inGreys = pricing.quote(plan.inColour(false));
    assertThat(inColour.otherwise()).isEqualTo(new Paise(10_000)).isEqualTo(inGreys.total());
    assertThat(inGreys.otherwise()).isEqualTo(new Paise(12_400)).isEqualTo(inColour.total());
    assertThat(inGreys.parts()).extracting(Quote.Part::what).containsExactly(Quote.What.MONO);
    assertThat(pricing.quote(plan(Sides.ONE, 1, 47, 0)).otherwise()).isNull();
  }

  @Test
  void onlyPapersWithAPriceAreSold() {
    assertThat(pricing.papers()).containsExactly(Paper.A4);
    PriceList.PagePrices each =
        new PriceList.PagePrices(new Paise(1), new Paise(1), new Paise(1), new Paise(1));
    PriceList some = new PriceList(Map.of(Paper.LEGAL, each, Paper.A3, each), Paise.ZERO);
    assertThat(some.papers()).containsExactly(Paper.A3, Paper.LEGAL);
  }

  @Test
  void aSmallJobIsRaisedToTheMinimumByAPartOfItsOwn() {
    PriceList dear = new PriceList(PriceList.DEFAULTS.pages(), new Paise(500));
    Quote quote = new Pricing(dear, Ids.secure()).quote(plan(Sides.ONE, 1, 1, 0));
    assertThat(quote.total()).isEqualTo(new Paise(500));
    assertThat(quote.parts().getLast())
        .isEqualTo(new Quote.Part(Quote.What.MINIMUM, false, 1, new Paise(300), new Paise(300)));
  }

  @Test
  void theSamePlanAskedTwiceIsTwoQuotes() {
    SheetPlan plan = plan(Sides.ONE, 1, 1, 0);
    assertThat(pricing.quote(plan).id()).isNotEqualTo(pricing.quote(plan).id());
  }

  @Test
  void theLargestJobDoesNotOverflow() {
    Quote quote = pricing.quote(plan(Sides.ONE, 20, 0, 1_000));
    assertThat(quote.total()).isEqualTo(new Paise(20_000_000));
  }

  private static SheetPlan plan(Sides sides, int copies, int mono, int colour) {
    List<SheetSide> side = new ArrayList<>();
    for (int page = 1; page <= mono + colour; page++) {
      side.add(page(page, page > mono));
    }
    return new SheetPlan(Paper.A4, sides, copies, side);
  }

  private static SheetSide page(int page, boolean colour) {
    return new SheetSide(1, page, colour);
  }
}
