// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Paper;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the shop charges: per printed page by paper, colour and sides, and the least a job costs. A
/// paper without prices is not sold.
public record PriceList(Map<Paper, PagePrices> pages, Paise minimum) {
  public static final PriceList DEFAULTS =
      new PriceList(
          Map.of(
              Paper.A4,
              new PagePrices(
                  new Paise(200), new Paise(150), new Paise(1_000), new Paise(900))),
          new Paise(200));

  public PriceList {
    pages = Map.copyOf(pages);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("the price list has no paper");
    }
  }

  /// The papers that are sold, in the order in which they are offered.
  public List<Paper> papers() {
    return pages.keySet().stream().sorted().toList();
  }

  Paise page(Paper paper, boolean colour, boolean duplex) {
    return Objects.requireNonNull(pages.get(paper), "paper without prices").of(colour, duplex);
  }

  /// Prices of one page on one paper: black-and-white and colour, on one side or on two.
  public record PagePrices(Paise monoOne, Paise monoTwo, Paise colourOne, Paise colourTwo) {
    Paise of(boolean colour, boolean duplex) {
      if (colour) {
        return duplex ? colourTwo : colourOne;
      }
      return duplex ? monoTwo : monoOne;
    }
  }
}
