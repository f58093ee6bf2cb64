// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

/// One field in which a price list is typed: of a paper (by its name) and a row of it, row 0 being
/// the plain prices; or, with no paper and row 0, of the whole list.
public record PriceField(String paper, int row, Figure figure) {
  public static final PriceField MINIMUM = new PriceField("", 0, Figure.MINIMUM);
  public static final PriceField PERCENT = new PriceField("", 0, Figure.PERCENT);
  public static final PriceField NAME = new PriceField("", 0, Figure.NAME);

  public PriceField {
    if (row < 0 || row > Rate.MOST_BREAKS) {
      throw new IllegalArgumentException("row of a paper: " + row);
    }
  }
}
