// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Paper;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the shop charges: per printed page by paper, colour and sides, and the least a job costs.
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
    if (!pages.keySet().containsAll(List.of(Paper.values()))) {
      throw new IllegalArgumentException("the price list lacks a paper: " + pages.keySet());
    }
  }

  Paise page(Paper paper, boolean colour, boolean duplex) {
    return Objects.requireNonNull(pages.get(paper)).of(colour, duplex);
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
