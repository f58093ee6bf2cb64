// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Paper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// One difference between two price lists: what was and what is; null where there was or is nothing.
public sealed interface PriceChange {
  /// The price at `place`.
  record Price(Place place, @Nullable Paise before, @Nullable Paise after) implements PriceChange {}

  record Reduction(@Nullable Discount before, @Nullable Discount after) implements PriceChange {}

  /// Where a price stands: on which paper (empty for the whole list), which figure, and from how many
  /// sides on (1 for the plain price).
  record Place(String paper, Figure figure, int from) {}

  /// What changes from `before` to `after`, in the order of a list.
  static List<PriceChange> between(PriceList before, PriceList after) {
    Map<Place, Paise> old = prices(before);
    Map<Place, Paise> now = prices(after);
    Set<Place> places = new LinkedHashSet<>(now.keySet());
    places.addAll(old.keySet());
    List<PriceChange> changes = new ArrayList<>();
    for (Place place : places) {
      if (!Objects.equals(old.get(place), now.get(place))) {
        changes.add(new Price(place, old.get(place), now.get(place)));
      }
    }
    if (!Objects.equals(before.discount(), after.discount())) {
      changes.add(new Reduction(before.discount(), after.discount()));
    }
    return changes;
  }

  private static Map<Place, Paise> prices(PriceList list) {
    Map<Place, Paise> prices = new LinkedHashMap<>();
    list.papers().forEach((paper, of) -> add(prices, paper, of));
    prices.put(new Place("", Figure.MINIMUM, 1), list.minimum());
    return prices;
  }

  private static void add(Map<Place, Paise> prices, Paper paper, PaperPrices of) {
    for (Figure figure : Figure.SIDES) {
      Rate rate = of.rate(figure);
      prices.put(new Place(paper.name(), figure, 1), rate.each());
      rate.breaks()
          .forEach(next -> prices.put(new Place(paper.name(), figure, next.from()), next.each()));
    }
    prices.put(new Place(paper.name(), Figure.SHEET, 1), of.sheet());
  }
}
