// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A price list as it is typed, field by field; a field that is not there is empty. A paper all of
/// whose fields are empty is not offered.
public record PriceDraft(Map<PriceField, String> texts) {
  /// The papers that may be offered, by name.
  public static final List<String> PAPERS = Stream.of(Paper.values()).map(Paper::name).toList();

  public PriceDraft {
    texts = Map.copyOf(texts);
  }

  /// What would have to be typed to get this list.
  public static PriceDraft of(PriceList list) {
    Map<PriceField, String> texts = new LinkedHashMap<>();
    list.papers().forEach((paper, prices) -> write(texts, paper.name(), prices));
    texts.put(PriceField.MINIMUM, text(list.minimum()));
    Discount discount = list.discount();
    if (discount != null) {
      texts.put(PriceField.PERCENT, Integer.toString(discount.percent()));
      texts.put(PriceField.NAME, discount.name());
    }
    return new PriceDraft(texts);
  }

  /// An amount as a field shows it: without the sign, with two decimals.
  public static String text(Paise amount) {
    return "%d.%02d".formatted(amount.value() / 100, amount.value() % 100);
  }

  public Reading read() {
    return new DraftReader(this).read();
  }

  /// Without the space around it.
  String text(PriceField field) {
    return texts.getOrDefault(field, "").strip();
  }

  private static void write(Map<PriceField, String> texts, String paper, PaperPrices prices) {
    List<Integer> rows = List.copyOf(prices.froms());
    for (int row = 1; row <= rows.size(); row++) {
      texts.put(new PriceField(paper, row, Figure.FROM), rows.get(row - 1).toString());
    }
    for (Figure figure : Figure.SIDES) {
      Rate rate = prices.rate(figure);
      texts.put(new PriceField(paper, 0, figure), text(rate.each()));
      rate.breaks()
          .forEach(
              next ->
                  texts.put(
                      new PriceField(paper, rows.indexOf(next.from()) + 1, figure),
                      text(next.each())));
    }
    texts.put(new PriceField(paper, 0, Figure.SHEET), text(prices.sheet()));
  }

  /// What a draft turns out to be.
  public sealed interface Reading {
    record Good(PriceList list) implements Reading {}

    /// At most one fault for each field, in the order of the list.
    record Faulty(Map<PriceField, PriceFault> faults) implements Reading {}
  }
}
