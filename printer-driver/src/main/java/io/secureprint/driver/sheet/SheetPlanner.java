// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.Layout;
import io.secureprint.driver.api.PageFacts;
import io.secureprint.driver.api.PageRange;
import io.secureprint.driver.api.PlacedPage;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lays the chosen pages out on sides, file after file, in the order asked for. Two files may share
/// a side; two copies never share a sheet.
public final class SheetPlanner {
  private final PrintOptions options;
  private final Map<Integer, DocumentFacts> open;

  private SheetPlanner(PrintOptions options, Map<Integer, DocumentFacts> open) {
    this.options = options;
    this.open = open;
  }

  /// `open` has the facts of each open file by its number.
  public static PlanOutcome plan(PrintOptions options, Map<Integer, DocumentFacts> open) {
    return new SheetPlanner(options, open).plan();
  }

  private PlanOutcome plan() {
    List<PlacedPage> pages = new ArrayList<>();
    for (FileSelection selection : options.files()) {
      DocumentFacts facts = open.get(selection.file());
      if (facts == null) {
        return new PlanOutcome.Refused(DocumentRefusal.REQUEST_UNKNOWN);
      }
      int count = facts.pages().size();
      List<PageRange> ranges =
          selection.ranges().isEmpty()
              ? List.of(new PageRange(1, count))
              : selection.ranges();
      for (PageRange range : ranges) {
        if (range.last() > count) {
          return new PlanOutcome.Refused(DocumentRefusal.PAGES_OUT_OF_RANGE);
        }
        if (pages.size() + range.last() - range.first() >= SheetPlan.MAX_SIDES_OF_COPY) {
          return new PlanOutcome.Refused(DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
        }
        for (int page = range.first(); page <= range.last(); page++) {
          pages.add(new PlacedPage(selection.file(), page));
        }
      }
    }
    return closed(sides(pages));
  }

  private List<SheetSide> sides(List<PlacedPage> pages) {
    int perSide = options.layout().perSide();
    List<SheetSide> sides = new ArrayList<>();
    for (int from = 0; from < pages.size(); from += perSide) {
      boolean back = options.sides().duplex() && sides.size() % 2 != 0;
      sides.add(side(pages.subList(from, Math.min(pages.size(), from + perSide)), back));
    }
    return sides;
  }

  private SheetSide side(List<PlacedPage> pages, boolean back) {
    Layout layout = options.layout();
    List<PageFacts> facts = pages.stream().map(this::facts).toList();
    boolean coloured = facts.stream().anyMatch(PageFacts::colour);
    SheetGrid grid = SheetGrid.of(options.paper(), layout.perSide(), facts, back);
    return new SheetSide(
        pages, coloured && layout.colour(), coloured && !layout.colour(), grid.turn());
  }

  private PageFacts facts(PlacedPage page) {
    return Objects.requireNonNull(open.get(page.file())).pages().get(page.page() - 1);
  }

  private PlanOutcome closed(List<SheetSide> sides) {
    if (options.sides().duplex() && sides.size() % 2 != 0) {
      sides.add(SheetSide.BLANK);
    }
    if (sides.size() > SheetPlan.MAX_SIDES_OF_COPY
        || (long) sides.size() * options.copies() > SheetPlan.MAX_SIDES) {
      return new PlanOutcome.Refused(DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
    }
    return new PlanOutcome.Planned(
        new SheetPlan(
            options.paper(), options.sides(), options.copies(), options.layout(), sides));
  }
}
