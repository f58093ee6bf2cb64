// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;
import io.secureprint.driver.api.Sides;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class PricingTest {
  private PriceVersion running = version(1, list(200));
  private final Pricing pricing = new Pricing(() -> running, Ids.secure());

  @Test
  void aQuoteCountsTheSidesOfAllCopies() {
    Quote quote = quote(plan(Sides.ONE, 2, 47, 3));
    assertThat(quote.parts())
        .containsExactly(
            part(Quote.What.MONO, false, 94, 200, 18_800),
            part(Quote.What.COLOUR, false, 6, 1_000, 6_000));
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
    assertThat(quote(plan).total()).isEqualTo(new Paise(450));
  }

  @Test
  void whatTheSameCostsWithoutItsColoursIsToldAndTheOtherWayRound() {
    SheetPlan plan = plan(Sides.ONE, 1, 47, 3);
    Quote inColour = quote(plan);
    Quote inGreys = quote(plan.inColour(false));
    assertThat(inColour.otherwise()).isEqualTo(new Paise(10_000)).isEqualTo(inGreys.total());
    assertThat(inGreys.otherwise()).isEqualTo(new Paise(12_400)).isEqualTo(inColour.total());
    assertThat(inGreys.parts()).extracting(Quote.Part::what).containsExactly(Quote.What.MONO);
    assertThat(quote(plan(Sides.ONE, 1, 47, 0)).otherwise()).isNull();
  }

  @Test
  void onlyPapersWithAPriceAreSold() {
    assertThat(pricing.papers()).containsExactly(Paper.A4);
  }

  @Test
  void theSamePlanAskedTwiceIsTwoQuotes() {
    SheetPlan plan = plan(Sides.ONE, 1, 1, 0);
    assertThat(quote(plan).id()).isNotEqualTo(quote(plan).id());
  }

  @Test
  void theVersionThatRunsDecidesAndIsNamed() {
    Quote before = quote(plan(Sides.ONE, 1, 5, 0));
    assertThat(pricing.isCurrent(before)).isTrue();
    running = version(2, list(300));
    assertThat(pricing.isCurrent(before)).isFalse();
    Quote after = quote(plan(Sides.ONE, 1, 5, 0));
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.total()).isEqualTo(new Paise(1_500));
  }

  @Test
  void aVersionThatCannotBeReadPricesNothing() {
    running = version(2, null);
    assertThat(pricing.quote(plan(Sides.ONE, 1, 1, 0)))
        .isEqualTo(new PriceAnswer.Refused("PRICES_UNREADABLE"));
    assertThat(pricing.trouble()).contains("PRICES_UNREADABLE");
  }

  @Test
  void aPaperWithoutPricesIsNotSold() {
    SheetPlan plan = new SheetPlan(Paper.LEGAL, Sides.ONE, 1, List.of(page(1, false)));
    assertThat(pricing.quote(plan)).isEqualTo(new PriceAnswer.Refused("PAPER_NOT_OFFERED"));
  }

  private Quote quote(SheetPlan plan) {
    return ((PriceAnswer.Priced) pricing.quote(plan)).quote();
  }

  private static PriceVersion version(int number, @Nullable PriceList list) {
    return new PriceVersion(number, Instant.EPOCH, Instant.EPOCH, "test", "", 0, list);
  }

  private static PriceList list(long mono) {
    PaperPrices a4 =
        new PaperPrices(
            Rate.of(new Paise(mono)), Rate.of(new Paise(150)), Rate.of(new Paise(1_000)),
            Rate.of(new Paise(900)), Paise.ZERO);
    return new PriceList(Map.of(Paper.A4, a4), new Paise(200), null);
  }

  private static Quote.Part part(
      Quote.What what, boolean duplex, int count, long each, long amount) {
    return new Quote.Part(what, duplex, count, new Paise(each), new Paise(amount), null);
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
