// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Fit;
import io.secureprint.driver.api.Layout;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;
import io.secureprint.driver.api.Sides;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

final class QuoteSealTest {
  private static final byte[] SALT = new byte[32];
  private static final Quote PAID = quote("q1", 200, plan(Paper.A4, Sides.ONE, 1, page(1, 1, false)));

  @Test
  void theSameQuoteHasTheSameSealAndAnotherSaltAnother() {
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(QuoteSeal.of(PAID, SALT)).hasSize(64).isEqualTo(QuoteSeal.of(PAID, SALT.clone()));
    assertThat(QuoteSeal.of(PAID, other)).isNotEqualTo(QuoteSeal.of(PAID, SALT));
  }

  @ParameterizedTest
  @MethodSource
  void whateverIsPaidForChangesTheSeal(Quote changed) {
    assertThat(QuoteSeal.of(changed, SALT)).isNotEqualTo(QuoteSeal.of(PAID, SALT));
  }

  static Stream<Quote> whateverIsPaidForChangesTheSeal() {
    return Stream.of(
        quote("q2", 200, PAID.plan()),
        quote("q1", 300, PAID.plan()),
        quote("q1", 200, plan(Paper.A4, Sides.ONE, 2, page(1, 1, false))),
        quote("q1", 200, plan(Paper.A4, Sides.ONE, 1, page(2, 1, false))),
        quote("q1", 200, plan(Paper.A4, Sides.ONE, 1, page(1, 2, false))),
        quote("q1", 200, plan(Paper.A4, Sides.ONE, 1, page(1, 1, true))),
        quote("q1", 200, plan(Paper.A4, Sides.ONE, 1, page(1, 1, false), page(1, 1, false))),
        quote(
            "q1", 200,
            plan(Paper.A4, Sides.TWO_LONG_EDGE, 1, page(1, 1, false), SheetSide.BLANK)),
        quote("q1", 200, plan(Paper.LETTER, Sides.ONE, 1, page(1, 1, false))),
        quote("q1", 200, laidOut(new Layout(false, 1, Fit.FIT))),
        quote("q1", 200, laidOut(new Layout(true, 2, Fit.FIT))),
        quote("q1", 200, laidOut(new Layout(true, 1, Fit.FILL))));
  }

  private static Quote quote(String id, long paise, SheetPlan plan) {
    Paise amount = new Paise(paise);
    return new Quote(
        id, plan, List.of(new Quote.Part(Quote.What.MONO, false, 1, amount, amount, null)),
        amount,
        null,
        1);
  }

  private static SheetPlan plan(Paper paper, Sides sides, int copies, SheetSide... oneCopy) {
    return new SheetPlan(paper, sides, copies, List.of(oneCopy));
  }

  private static SheetPlan laidOut(Layout layout) {
    return new SheetPlan(Paper.A4, Sides.ONE, 1, layout, List.of(page(1, 1, false)));
  }

  private static SheetSide page(int file, int page, boolean colour) {
    return new SheetSide(file, page, colour);
  }
}
