// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.PageRange;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lays the chosen pages out on sides, file after file, in the order asked for. Two files may share
/// a sheet; two copies never do.
public final class SheetPlanner {
  private SheetPlanner() {}

  /// `open` has the facts of each open file by its number.
  public static PlanOutcome plan(PrintOptions options, Map<Integer, DocumentFacts> open) {
    List<SheetSide> sides = new ArrayList<>();
    for (FileSelection selection : options.files()) {
      DocumentFacts facts = open.get(selection.file());
      if (facts == null) {
        return new PlanOutcome.Refused(DocumentRefusal.REQUEST_UNKNOWN);
      }
      int pages = facts.pages().size();
      List<PageRange> ranges =
          selection.ranges().isEmpty()
              ? List.of(new PageRange(1, pages))
              : selection.ranges();
      for (PageRange range : ranges) {
        if (range.last() > pages) {
          return new PlanOutcome.Refused(DocumentRefusal.PAGES_OUT_OF_RANGE);
        }
        for (int page = range.first(); page <= range.last(); page++) {
          boolean colour = facts.pages().get(page - 1).colour();
          sides.add(new SheetSide(selection.file(), page, colour));
        }
      }
    }
    return closed(options, sides);
  }

  private static PlanOutcome closed(PrintOptions options, List<SheetSide> sides) {
    if (options.sides().duplex() && sides.size() % 2 != 0) {
      sides.add(SheetSide.BLANK);
    }
    if (sides.size() > SheetPlan.MAX_SIDES_OF_COPY
        || (long) sides.size() * options.copies() > SheetPlan.MAX_SIDES) {
      return new PlanOutcome.Refused(DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
    }
    return new PlanOutcome.Planned(
        new SheetPlan(options.paper(), options.sides(), options.copies(), sides));
  }
}
