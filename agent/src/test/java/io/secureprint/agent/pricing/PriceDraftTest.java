// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.PriceDraft.Reading;
import io.secureprint.agent.pricing.PriceDraft.Reading.Faulty;
import io.secureprint.agent.pricing.PriceDraft.Reading.Good;
import io.secureprint.driver.api.Paper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

final class PriceDraftTest {
  private static final PriceDraft TYPED =
      PriceDraft.of(
          new PriceList(
              Map.of(
                  Paper.A4,
                  new PaperPrices(
                      new Rate(new Paise(200), List.of(new Rate.Break(100, new Paise(150)))),
                      Rate.of(new Paise(150)),
                      new Rate(
                          new Paise(1_000),
                          List.of(
                              new Rate.Break(50, new Paise(800)),
                              new Rate.Break(100, new Paise(700)))),
                      Rate.of(new Paise(900)),
                      new Paise(50))),
              new Paise(200),
              new Discount("Student week", 10)));

  @Test
  void everyListIsTypedAndReadBackAsItWas() {
    RandomPrices random = new RandomPrices(new SplittableRandom(11));
    for (int i = 0; i < 2_000; i++) {
      PriceList list = random.list();
      assertThat(PriceDraft.of(list).read()).isEqualTo(new Good(list));
    }
  }

  @Test
  void breaksOfAllKindsStandInOneRowForEachNumberOfSides() {
    assertThat(TYPED.texts())
        .containsEntry(field("A4", 1, Figure.FROM), "50")
        .containsEntry(field("A4", 1, Figure.COLOUR_ONE), "8.00")
        .doesNotContainKey(field("A4", 1, Figure.MONO_ONE))
        .containsEntry(field("A4", 2, Figure.FROM), "100")
        .containsEntry(field("A4", 2, Figure.MONO_ONE), "1.50")
        .containsEntry(field("A4", 2, Figure.COLOUR_ONE), "7.00")
        .containsEntry(PriceField.PERCENT, "10");
  }

  @ParameterizedTest
  @CsvSource({
    "A4, 0, MONO_ONE, '', PRICE_MISSING",
    "A4, 0, MONO_ONE, '2,50', PRICE_NOT_AN_AMOUNT",
    "A4, 0, MONO_ONE, '0', PRICE_ZERO",
    "A4, 0, MONO_ONE, '250.01', PRICE_TOO_HIGH",
    "A4, 0, SHEET, 'free', PRICE_NOT_AN_AMOUNT",
    "A4, 1, FROM, '1', BREAK_FROM_WRONG",
    "A4, 1, FROM, '20001', BREAK_FROM_WRONG",
    "A4, 1, FROM, 'many', BREAK_FROM_WRONG",
    "A4, 1, FROM, '', BREAK_FROM_WRONG",
    "A4, 2, FROM, '50', BREAK_TWICE",
    "A4, 1, COLOUR_ONE, '', BREAK_EMPTY",
    "A4, 1, COLOUR_ONE, '10', BREAK_NOT_CHEAPER",
    "A4, 2, COLOUR_ONE, '8', BREAK_NOT_CHEAPER",
    "A4, 2, COLOUR_ONE, '0', PRICE_ZERO",
    "'', 0, MINIMUM, '0.99', MINIMUM_TOO_LOW",
    "'', 0, MINIMUM, '', PRICE_MISSING",
    "'', 0, PERCENT, '', DISCOUNT_PERCENT_WRONG",
    "'', 0, PERCENT, '100', DISCOUNT_PERCENT_WRONG",
    "'', 0, PERCENT, '2.5', DISCOUNT_PERCENT_WRONG",
    "'', 0, NAME, '', DISCOUNT_NAME_WRONG"
  })
  void aFaultStandsAtItsField(
      String paper, int row, Figure figure, String text, PriceFault fault) {
    PriceField field = field(paper, row, figure);
    PriceField told = fault == PriceFault.BREAK_EMPTY ? field(paper, row, Figure.FROM) : field;
    assertThat(read(field, text)).isEqualTo(new Faulty(Map.of(told, fault)));
  }

  @Test
  void aPaperOfWhichSomethingIsTypedNeedsAllItsPrices() {
    assertThat(read(field("A3", 0, Figure.MONO_ONE), "4"))
        .isEqualTo(
            new Faulty(
                Map.of(
                    field("A3", 0, Figure.MONO_TWO), PriceFault.PRICE_MISSING,
                    field("A3", 0, Figure.COLOUR_ONE), PriceFault.PRICE_MISSING,
                    field("A3", 0, Figure.COLOUR_TWO), PriceFault.PRICE_MISSING)));
  }

  @Test
  void aListWithoutAPaperIsNone() {
    assertThat(new PriceDraft(Map.of(PriceField.MINIMUM, "2", field("A3", 0, Figure.SHEET), " ")).read())
        .isEqualTo(
            new Faulty(Map.of(field("A4", 0, Figure.MONO_ONE), PriceFault.NO_PAPER_PRICED)));
  }

  @Test
  void rowsMayBeTypedInAnyOrderAndWithHindiDigits() {
    Map<PriceField, String> texts = new HashMap<>(TYPED.texts());
    texts.put(field("A4", 1, Figure.FROM), " १०० ");
    texts.put(field("A4", 1, Figure.COLOUR_ONE), "₹७");
    texts.put(field("A4", 2, Figure.FROM), "50");
    texts.put(field("A4", 2, Figure.COLOUR_ONE), "8");
    texts.remove(field("A4", 2, Figure.MONO_ONE));
    assertThat(new PriceDraft(texts).read())
        .isInstanceOfSatisfying(
            Good.class,
            good ->
                assertThat(good.list().papers().get(Paper.A4))
                    .extracting(PaperPrices::colourOne)
                    .isEqualTo(
                        new Rate(
                            new Paise(1_000),
                            List.of(
                                new Rate.Break(50, new Paise(800)),
                                new Rate.Break(100, new Paise(700))))));
  }

  @Test
  void aFieldBeyondTheRowsThereMayBeIsNone() {
    assertThatThrownBy(() -> field("A4", 9, Figure.FROM))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Reading read(PriceField field, String text) {
    Map<PriceField, String> texts = new HashMap<>(TYPED.texts());
    texts.put(field, text);
    return new PriceDraft(texts).read();
  }

  private static PriceField field(String paper, int row, Figure figure) {
    return new PriceField(paper, row, figure);
  }
}
