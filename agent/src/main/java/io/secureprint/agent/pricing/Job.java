// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;

/// What is to be printed, as far as money goes: sides with something on them, in black-and-white and
/// in colour, and sheets of paper, all copies together. Blank backs cost nothing.
record Job(Paper paper, boolean duplex, int mono, int colour, int sheets) {
  Job {
    if (mono < 0 || colour < 0 || (long) mono + colour > SheetPlan.MAX_SIDES) {
      throw new IllegalArgumentException("sides out of range: " + mono + " and " + colour);
    }
    if (sheets < 1 || sheets > SheetPlan.MAX_SIDES) {
      throw new IllegalArgumentException("sheets out of range: " + sheets);
    }
  }

  static Job of(SheetPlan plan) {
    int mono = 0;
    int colour = 0;
    for (SheetSide side : plan.oneCopy()) {
      if (side.colour()) {
        colour++;
      } else if (!side.blank()) {
        mono++;
      }
    }
    return new Job(
        plan.paper(),
        plan.sides().duplex(),
        mono * plan.copies(),
        colour * plan.copies(),
        plan.sheets());
  }

  /// One copy of so many pages, one on each side.
  static Job pages(Paper paper, boolean duplex, int mono, int colour) {
    int sides = mono + colour;
    return new Job(paper, duplex, mono, colour, duplex ? Math.ceilDiv(sides, 2) : sides);
  }
}
