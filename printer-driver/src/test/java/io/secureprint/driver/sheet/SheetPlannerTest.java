// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.Fit;
import io.secureprint.driver.api.Layout;
import io.secureprint.driver.api.PageFacts;
import io.secureprint.driver.api.PageRange;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.PlacedPage;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;
import io.secureprint.driver.api.Sides;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class SheetPlannerTest {
  /// File 1 has 3 pages, the second in colour; file 2 has 1,000.
  private static final Map<Integer, DocumentFacts> OPEN =
      Map.of(
          1,
          new DocumentFacts(
              DocumentKind.PDF, IntStream.of(1, 2, 3).mapToObj(n -> page(n == 2)).toList()),
          2,
          new DocumentFacts(DocumentKind.PDF, Collections.nCopies(1_000, page(false))));

  @Test
  void allPagesFollowInOrder() {
    SheetPlan plan = planned(options(1, Sides.ONE, file(1)));
    assertThat(plan.oneCopy()).containsExactly(side(1, 1), new SheetSide(1, 2, true), side(1, 3));
    assertThat(plan.sheets()).isEqualTo(3);
  }

  @Test
  void rangesComeInTheOrderAskedForAndMayRepeat() {
    SheetPlan plan =
        planned(
            options(
                1, Sides.ONE, file(2, range(7, 8), range(7, 7)), file(1, range(3, 3))));
    assertThat(plan.oneCopy())
        .containsExactly(side(2, 7), side(2, 8), side(2, 7), side(1, 3));
  }

  @Test
  void duplexCopiesEachStartOnTheirOwnSheet() {
    SheetPlan plan = planned(options(3, Sides.TWO_SHORT_EDGE, file(1)));
    assertThat(plan.oneCopy()).hasSize(4).last().isEqualTo(SheetSide.BLANK);
    assertThat(plan.sheets()).isEqualTo(6);
    assertThat(plan.printedSides()).isEqualTo(9);
  }

  @Test
  void duplexFilesMayShareASheet() {
    SheetPlan plan =
        planned(options(1, Sides.TWO_LONG_EDGE, file(1), file(2, range(1, 1))));
    assertThat(plan.oneCopy()).hasSize(4).noneMatch(SheetSide::blank);
  }

  @Test
  void pagesShareSidesAndOneInColourMakesItsSideOne() {
    SheetPlan plan = planned(options(Sides.ONE, new Layout(true, 2, Fit.FIT)));
    assertThat(plan.oneCopy())
        .extracting(SheetSide::pages)
        .containsExactly(
            List.of(new PlacedPage(1, 1), new PlacedPage(1, 2)), List.of(new PlacedPage(1, 3)));
    assertThat(plan.oneCopy()).extracting(SheetSide::colour).containsExactly(true, false);
    assertThat(planned(options(Sides.TWO_LONG_EDGE, new Layout(true, 2, Fit.FIT))).sheets())
        .isEqualTo(1);
  }

  @Test
  void noSideOfGreysIsOneInColourAndWhatWouldBeIsKnown() {
    SheetPlan plan = planned(options(Sides.ONE, new Layout(false, 1, Fit.FIT)));
    assertThat(plan.oneCopy()).noneMatch(SheetSide::colour);
    assertThat(plan.oneCopy()).extracting(SheetSide::greyed).containsExactly(false, true, false);
    assertThat(plan.inColour(true))
        .isEqualTo(planned(options(Sides.ONE, new Layout(true, 1, Fit.FIT))));
    assertThat(plan.inColour(true).inColour(false)).isEqualTo(plan);
  }

  @Test
  void pagesBeyondTheLimitAreRefusedHoweverFewTheirSidesAre() {
    FileSelection[] five = {file(2), file(2), file(2), file(2), file(1)};
    PrintOptions options =
        new PrintOptions(
            List.of(five), 1, Sides.ONE, Paper.A4, new Layout(true, 4, Fit.FIT));
    assertThat(refused(options)).isEqualTo(DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
  }

  @Test
  void pagesThatAreNotThereAreRefused() {
    assertThat(refused(options(1, Sides.ONE, file(1, range(3, 4)))))
        .isEqualTo(DocumentRefusal.PAGES_OUT_OF_RANGE);
    assertThat(refused(options(1, Sides.ONE, file(3))))
        .isEqualTo(DocumentRefusal.REQUEST_UNKNOWN);
  }

  @Test
  void jobsLargerThanTheLimitAreRefusedAndThoseAtTheLimitAreNot() {
    FileSelection thousand = file(2);
    assertThat(planned(options(20, Sides.ONE, thousand)).sheets()).isEqualTo(SheetPlan.MAX_SIDES);
    assertThat(refused(options(21, Sides.ONE, thousand)))
        .isEqualTo(DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
    assertThat(planned(options(5, Sides.ONE, thousand, thousand, thousand, thousand)).oneCopy())
        .hasSize(SheetPlan.MAX_SIDES_OF_COPY);
    assertThat(
            refused(
                options(1, Sides.ONE, thousand, thousand, thousand, thousand, file(1))))
        .isEqualTo(DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
  }

  private static SheetPlan planned(PrintOptions options) {
    return switch (SheetPlanner.plan(options, OPEN)) {
      case PlanOutcome.Planned(SheetPlan plan) -> plan;
      case PlanOutcome.Refused(DocumentRefusal why) -> throw new AssertionError(why);
    };
  }

  private static DocumentRefusal refused(PrintOptions options) {
    return switch (SheetPlanner.plan(options, OPEN)) {
      case PlanOutcome.Planned(SheetPlan plan) -> throw new AssertionError(plan);
      case PlanOutcome.Refused(DocumentRefusal why) -> why;
    };
  }

  private static PrintOptions options(Sides sides, Layout layout) {
    return new PrintOptions(List.of(file(1)), 1, sides, Paper.A4, layout);
  }

  private static PrintOptions options(int copies, Sides sides, FileSelection... files) {
    return new PrintOptions(List.of(files), copies, sides, Paper.A4);
  }

  private static FileSelection file(int number, PageRange... ranges) {
    return new FileSelection(number, List.of(ranges));
  }

  private static PageRange range(int first, int last) {
    return new PageRange(first, last);
  }

  private static SheetSide side(int file, int page) {
    return new SheetSide(file, page, false);
  }

  private static PageFacts page(boolean colour) {
    return new PageFacts(595, 842, colour);
  }
}
