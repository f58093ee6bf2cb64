// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.util.List;

/// The sheets of one copy, side by side in printing order: with duplex sides 2n and 2n+1 share a
/// sheet, and a blank back closes an odd last sheet. What is priced, previewed and printed is this
/// plan and nothing else.
public record SheetPlan(
    Paper paper, Sides sides, int copies, Layout layout, List<SheetSide> oneCopy) {
  /// More sides than this in a whole job (all copies) are refused.
  public static final int MAX_SIDES = 20_000;

  /// More sides, or pages, than this in one copy are refused: 2,000 pages a session, each with a
  /// blank back.
  public static final int MAX_SIDES_OF_COPY = 4_000;

  public SheetPlan {
    oneCopy = List.copyOf(oneCopy);
    if (oneCopy.isEmpty()
        || oneCopy.size() > MAX_SIDES_OF_COPY
        || (long) oneCopy.size() * copies > MAX_SIDES) {
      throw new IllegalArgumentException("sides out of range: " + oneCopy.size() + " x " + copies);
    }
    if (sides.duplex() && oneCopy.size() % 2 != 0) {
      throw new IllegalArgumentException("duplex plan without its last back");
    }
    for (SheetSide side : oneCopy) {
      if (side.pages().size() > layout.perSide() || (layout.colour() ? side.greyed() : side.colour())) {
        throw new IllegalArgumentException("a side against the layout: " + side);
      }
    }
  }

  /// Pages as they are, one on a side.
  public SheetPlan(Paper paper, Sides sides, int copies, List<SheetSide> oneCopy) {
    this(paper, sides, copies, Layout.PLAIN, oneCopy);
  }

  /// Sheets of paper for the whole job.
  public int sheets() {
    return copies * (sides.duplex() ? oneCopy.size() / 2 : oneCopy.size());
  }

  /// Sides with something on them, for the whole job.
  public int printedSides() {
    return copies * (int) oneCopy.stream().filter(side -> !side.blank()).count();
  }

  /// Whether it makes a difference to print in colour.
  public boolean hasColour() {
    return oneCopy.stream().anyMatch(side -> side.colour() || side.greyed());
  }

  /// The same sheets in colour, or in greys.
  public SheetPlan inColour(boolean wanted) {
    Layout other = new Layout(wanted, layout.perSide(), layout.fit());
    return new SheetPlan(
        paper, sides, copies, other, oneCopy.stream().map(side -> side.inColour(wanted)).toList());
  }
}
