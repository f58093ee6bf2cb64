// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.Paise;

import java.util.SortedSet;
import java.util.TreeSet;

/// The prices of one paper: of a side printed in black-and-white or in colour, on one side of the
/// sheet or on both, and of the sheet itself.
public record PaperPrices(
    Rate monoOne, Rate monoTwo, Rate colourOne, Rate colourTwo, Paise sheet) {
  public PaperPrices {
    PriceList.check("price of a sheet", sheet, 0);
    int breaks = froms(monoOne, monoTwo, colourOne, colourTwo).size();
    if (breaks > Rate.MOST_BREAKS) {
      throw new IllegalArgumentException("breaks at too many numbers of sides: " + breaks);
    }
  }

  /// From how many sides on there are breaks of any kind.
  SortedSet<Integer> froms() {
    return froms(monoOne, monoTwo, colourOne, colourTwo);
  }

  private static SortedSet<Integer> froms(Rate... rates) {
    SortedSet<Integer> froms = new TreeSet<>();
    for (Rate rate : rates) {
      rate.breaks().forEach(next -> froms.add(next.from()));
    }
    return froms;
  }

  Rate rate(boolean colour, boolean duplex) {
    if (colour) {
      return duplex ? colourTwo : colourOne;
    }
    return duplex ? monoTwo : monoOne;
  }

  /// `figure` is one of [Figure#SIDES].
  public Rate rate(Figure figure) {
    return switch (figure) {
      case MONO_ONE -> monoOne;
      case MONO_TWO -> monoTwo;
      case COLOUR_ONE -> colourOne;
      case COLOUR_TWO -> colourTwo;
      case FROM, SHEET, MINIMUM, PERCENT, NAME ->
          throw new IllegalArgumentException("no price of a side: " + figure);
    };
  }
}
