// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.Quote.Part;
import io.secureprint.agent.pricing.Quote.What;
import io.secureprint.agent.pricing.Rate.Break;
import io.secureprint.driver.api.Paper;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class PriceListTest {
  private static final Rate MONO = rate(200, 100, 150, 1_000, 100);

  /// ₹2.00 a side; from 100 sides ₹1.50; from 1,000 sides ₹1.00.
  @ParameterizedTest
  @CsvSource({
    "1, 1, 200", "75, 75, 15000",
    "76, 100, 15000", "99, 100, 15000", "100, 100, 15000",
    "101, 101, 15150", "666, 666, 99900",
    "667, 1000, 100000", "999, 1000, 100000", "1000, 1000, 100000", "1001, 1001, 100100"
  })
  void aBreakPricesAllSidesAndJustBelowItAJobCostsNoMoreThanIt(
      int sides, int charged, long total) {
    Rate.Charge charge = MONO.charge(sides);
    assertThat(charge.sides()).isEqualTo(charged);
    assertThat(charge.total()).isEqualTo(new Paise(total));
  }

  @Test
  void theBillNamesEachPartInTheOrderInWhichItIsReckoned() {
    PriceList list =
        list(
            new PaperPrices(MONO, MONO, rate(1_000), rate(900), new Paise(50)),
            100,
            new Discount("Student week", 10));
    assertThat(list.parts(Job.pages(Paper.A4, true, 120, 3)))
        .containsExactly(
            part(What.MONO, true, 120, 200, 24_000),
            part(What.BREAK, true, 120, 150, 6_000),
            part(What.COLOUR, true, 3, 900, 2_700),
            part(What.PAPER, false, 62, 50, 3_100),
            new Part(
                What.DISCOUNT, false, 10, new Paise(2_380), new Paise(2_380), "Student week"));
  }

  @Test
  void theMinimumComesAfterTheDiscount() {
    PriceList list = list(plain(), 500, new Discount("Student week", 50));
    assertThat(list.parts(Job.pages(Paper.A4, false, 1, 0)))
        .containsExactly(
            part(What.MONO, false, 1, 200, 200),
            new Part(What.DISCOUNT, false, 50, new Paise(100), new Paise(100), "Student week"),
            part(What.MINIMUM, false, 1, 400, 400));
  }

  @Test
  void aDiscountIsRoundedDownToThePaisa() {
    PriceList list = list(plain(), 100, new Discount("Week", 33));
    assertThat(list.parts(Job.pages(Paper.A4, false, 1, 0)).get(1).amount())
        .isEqualTo(new Paise(66));
    assertThat(new Discount("Week", 33).off(new Paise(2))).isEqualTo(Paise.ZERO);
  }

  /// The shop's first demonstration: two files, colour, duplex, 190 pages.
  @Test
  void theDemonstrationOf190ColourPagesCosts855Rupees() {
    PaperPrices a4 =
        new PaperPrices(rate(200), rate(150), rate(1_000, 100, 500), rate(900, 100, 450), Paise.ZERO);
    List<Part> parts = list(a4, 200, null).parts(Job.pages(Paper.A4, true, 0, 190));
    assertThat(parts)
        .containsExactly(
            part(What.COLOUR, true, 190, 900, 171_000), part(What.BREAK, true, 190, 450, 85_500));
    assertThat(Part.sum(parts)).isEqualTo(new Paise(85_500));
  }

  @Test
  void thePapersWithoutPricesAreNotOffered() {
    PriceList list = list(plain(), 200, null);
    assertThat(Stream.of(Paper.values()).filter(list::offers)).containsExactly(Paper.A4);
    assertThatThrownBy(() -> list.parts(Job.pages(Paper.A3, false, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoPriceListIsRefused(ThrowingCallable made) {
    assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<ThrowingCallable> whatIsNoPriceListIsRefused() {
    return Stream.of(
        () -> rate(0),
        () -> rate(25_001),
        () -> rate(200, 1, 150),
        () -> rate(200, 20_001, 150),
        () -> rate(200, 100, 200),
        () -> rate(200, 100, 150, 100, 120),
        () -> rate(200, 100, 150, 200, 150),
        () -> rate(200, 100, 0),
        () -> rate(200, IntStream.range(2, 11).flatMap(n -> IntStream.of(n, 200 - n)).toArray()),
        () -> new PaperPrices(MONO, MONO, MONO, MONO, new Paise(25_001)),
        () -> new PaperPrices(MONO, rate(9, 2, 8, 3, 7, 4, 6, 5, 5, 6, 4, 7, 3, 8, 2), MONO, MONO, Paise.ZERO),
        () -> new PriceList(Map.of(), new Paise(200), null),
        () -> list(plain(), 99, null),
        () -> list(plain(), 25_001, null),
        () -> new Discount("Week", 0),
        () -> new Discount("Week", 100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " Week", "Week ", "a\nb", "a\u202Eb", "a\u0000b"})
  void whatIsNoNameOfADiscountIsRefused(String name) {
    assertThatThrownBy(() -> new Discount(name, 10)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDiscountMayHaveANameInHindi() {
    assertThat(new Discount("छात्र सप्ताह क्\u200Dष", 10).percent()).isEqualTo(10);
    assertThatThrownBy(() -> new Discount("x".repeat(41), 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PriceList list(PaperPrices a4, long minimum, @Nullable Discount discount) {
    return new PriceList(Map.of(Paper.A4, a4), new Paise(minimum), discount);
  }

  private static PaperPrices plain() {
    return new PaperPrices(rate(200), rate(150), rate(1_000), rate(900), Paise.ZERO);
  }

  private static Rate rate(long each, int... breaks) {
    List<Break> read =
        IntStream.range(0, breaks.length / 2)
            .mapToObj(at -> new Break(breaks[2 * at], new Paise(breaks[2 * at + 1])))
            .toList();
    return new Rate(new Paise(each), read);
  }

  private static Part part(What what, boolean duplex, int count, long each, long amount) {
    return new Part(what, duplex, count, new Paise(each), new Paise(amount), null);
  }
}
