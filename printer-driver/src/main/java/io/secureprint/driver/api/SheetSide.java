// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.util.List;

/// One side of a sheet and the pages on it, in reading order. A side without pages is a blank back,
/// which costs nothing and only keeps the next copy on a sheet of its own.
///
/// `colour`: it goes on paper in colour. `greyed`: its pages have colour, and it goes on paper in
/// greys. Sheets are portrait: `turn` is by how many degrees clockwise (0, 90 or 270) the side is
/// turned to be read.
public record SheetSide(List<PlacedPage> pages, boolean colour, boolean greyed, int turn) {
  public static final SheetSide BLANK = new SheetSide(List.of(), false, false, 0);

  public SheetSide {
    pages = List.copyOf(pages);
    if (colour && greyed) {
      throw new IllegalArgumentException("a side in colour and in greys");
    }
    if (turn != 0 && turn != 90 && turn != 270) {
      throw new IllegalArgumentException("turn of a side: " + turn);
    }
  }

  /// One page, upright.
  public SheetSide(int file, int page, boolean colour) {
    this(List.of(new PlacedPage(file, page)), colour, false, 0);
  }

  public boolean blank() {
    return pages.isEmpty();
  }

  /// The same pages with what colour they have, or in greys.
  SheetSide inColour(boolean wanted) {
    boolean coloured = colour || greyed;
    return new SheetSide(pages, coloured && wanted, coloured && !wanted, turn);
  }
}
