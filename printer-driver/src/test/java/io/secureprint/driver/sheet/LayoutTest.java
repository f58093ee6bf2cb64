// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.Fit;
import io.secureprint.driver.api.Layout;
import io.secureprint.driver.api.PageFacts;
import io.secureprint.driver.api.PageRange;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.document.SafeDocument;
import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testdocument.Opened;
import io.secureprint.driver.testdocument.TestPdf;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.Color;
import java.io.IOException;
import java.util.List;

/// Where pages come to lie, looked at the way round in which the side is read.
final class LayoutTest {
  private static final Color[] FOUR = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};

  @ParameterizedTest
  @CsvSource({"595, 842, 90", "842, 595, 0"})
  void twoPagesAreReadLeftToRightOrFromTheTop(float width, float height, int turn)
      throws IOException {
    Drawn side = first(TestPdf.filled(width, height, Color.RED, Color.GREEN), 2, Fit.FIT, turn);
    boolean beside = width < height;
    assertThat(side.at(beside ? 0.25 : 0.5, beside ? 0.5 : 0.25)).isEqualTo(Color.RED);
    assertThat(side.at(beside ? 0.75 : 0.5, beside ? 0.5 : 0.75)).isEqualTo(Color.GREEN);
    assertThat(side.at(0.5, 0.5)).isEqualTo(Color.WHITE);
    assertThat(side.image().getWidth() > side.image().getHeight()).isEqualTo(beside);
  }

  @ParameterizedTest
  @CsvSource({"595, 842, 0", "842, 595, 90"})
  void fourPagesAreReadInLines(float width, float height, int turn) throws IOException {
    Drawn side = first(TestPdf.filled(width, height, FOUR), 4, Fit.FIT, turn);
    assertThat(side.at(0.25, 0.25)).isEqualTo(Color.RED);
    assertThat(side.at(0.75, 0.25)).isEqualTo(Color.GREEN);
    assertThat(side.at(0.25, 0.75)).isEqualTo(Color.BLUE);
    assertThat(side.at(0.75, 0.75)).isEqualTo(Color.YELLOW);
  }

  @Test
  void placesWithoutAPageStayWhite() throws IOException {
    Drawn side = first(TestPdf.filled(595, 842, Color.RED, Color.GREEN, Color.BLUE), 4, Fit.FIT, 0);
    assertThat(side.at(0.25, 0.75)).isEqualTo(Color.BLUE);
    assertThat(side.at(0.75, 0.75)).isEqualTo(Color.WHITE);
  }

  /// Turned like a book, the paper's left edge is the right one of the back; like a pad it stays, and
  /// top and bottom change places. Either way the back's upper edge lies right on the sheet.
  @ParameterizedTest
  @EnumSource(value = Sides.class, names = {"TWO_LONG_EDGE", "TWO_SHORT_EDGE"})
  void theBackOfATurnedSheetIsUprightWhenTheLeafIsTurned(Sides sides) throws IOException {
    byte[] pages = TestPdf.filled(842, 595, Color.RED, Color.GREEN);
    try (SafeDocument document = Opened.document(pages)) {
      PrintOptions options = options(sides, Paper.A4, new Layout(true, 1, Fit.FIT));
      assertThat(Planned.plan(options, document).oneCopy())
          .extracting(side -> side.turn())
          .containsExactly(90, 270);
    }
    byte[] block = TestPdf.sized(842, 595, 0);
    try (SafeDocument document = Opened.document(block)) {
      PageRange page = new PageRange(1, 1);
      FileSelection twice = new FileSelection(1, List.of(page, page));
      PrintOptions options = new PrintOptions(List.of(twice), 1, sides, Paper.A4);
      byte[] sheets = Planned.sheets(Planned.plan(options, document), document);
      assertThat(Drawn.page(sheets, 0, 300).at(0.9, 0.9)).isEqualTo(Color.BLACK);
      assertThat(Drawn.page(sheets, 1, 300).at(0.1, 0.1)).isEqualTo(Color.BLACK);
    }
  }

  @Test
  void ofPagesThatStandDifferentlyTheFirstDecides() throws IOException {
    try (SafeDocument upright = Opened.document(TestPdf.filled(595, 842, Color.RED));
        SafeDocument wide = Opened.document(TestPdf.filled(842, 595, Color.GREEN))) {
      assertThat(SheetGrid.of(Paper.A4, 2, List.of(page(upright), page(wide)), false).turn())
          .isEqualTo(90);
      assertThat(SheetGrid.of(Paper.A4, 2, List.of(page(wide), page(upright)), false).turn())
          .isZero();
      assertThat(
              SheetGrid.of(Paper.A4, 4, List.of(page(wide), page(upright), page(upright)), false)
                  .turn())
          .isZero();
    }
  }

  @Test
  void fillingLeavesNothingWhiteButTheMargin() throws IOException {
    Drawn filled = first(TestPdf.filled(400, 400, Color.RED), 1, Fit.FILL, 0);
    assertThat(filled.at(0.5, 0.03)).isEqualTo(Color.RED);
    assertThat(filled.at(0.03, 0.5)).isEqualTo(Color.RED);
    assertThat(filled.at(0.5, 0.01)).isEqualTo(Color.WHITE);
    assertThat(filled.at(0.01, 0.5)).isEqualTo(Color.WHITE);
    Drawn beside = first(TestPdf.filled(400, 400, FOUR), 4, Fit.FILL, 0);
    assertThat(beside.at(0.48, 0.25)).isEqualTo(Color.RED);
    assertThat(beside.at(0.5, 0.25)).isEqualTo(Color.WHITE);
    assertThat(beside.at(0.52, 0.25)).isEqualTo(Color.GREEN);
  }

  @Test
  void anActualSizeIsKeptAloneAndNeverGrowsBeyondItsPart() throws IOException {
    Drawn small = first(TestPdf.filled(200, 100, Color.RED), 1, Fit.ACTUAL, 90);
    assertThat(small.at(0.5 + 98 / 842.0, 0.5)).isEqualTo(Color.RED);
    assertThat(small.at(0.5 + 102 / 842.0, 0.5)).isEqualTo(Color.WHITE);
    assertThat(small.at(0.5, 0.5 + 52 / 595.0)).isEqualTo(Color.WHITE);
    Drawn large = first(TestPdf.filled(842, 1191, Color.RED), 1, Fit.ACTUAL, 0);
    assertThat(large.at(0, 0)).isEqualTo(Color.RED);
    Drawn among = first(TestPdf.filled(842, 1191, FOUR), 4, Fit.ACTUAL, 0);
    assertThat(among.at(0.25, 0.25)).isEqualTo(Color.RED);
    assertThat(among.at(0.75, 0.25)).isEqualTo(Color.GREEN);
    Drawn smallAmong = first(TestPdf.filled(100, 100, FOUR), 4, Fit.ACTUAL, 0);
    assertThat(smallAmong.at(0.25 + 45 / 595.0, 0.25)).isEqualTo(Color.RED);
    assertThat(smallAmong.at(0.25 + 55 / 595.0, 0.25)).isEqualTo(Color.WHITE);
  }

  @ParameterizedTest
  @EnumSource(Paper.class)
  void sheetsHaveTheSizeOfTheirPaper(Paper paper) throws IOException {
    try (SafeDocument document = Opened.document(TestPdf.filled(595, 842, Color.RED))) {
      PrintOptions options = options(Sides.ONE, paper, Layout.PLAIN);
      byte[] sheets = Planned.sheets(Planned.plan(options, document), document);
      try (PDDocument printed = Loader.loadPDF(sheets)) {
        PDRectangle box = printed.getPage(0).getMediaBox();
        assertThat(box.getWidth()).isEqualTo((float) paper.widthPt());
        assertThat(box.getHeight()).isEqualTo((float) paper.heightPt());
      }
      assertThat(Drawn.page(sheets, 0, 400).at(0.5, 0.5)).isEqualTo(Color.RED);
    }
  }

  /// The first side of all pages, turned to be read.
  private static Drawn first(byte[] file, int perSide, Fit fit, int turn) throws IOException {
    try (SafeDocument document = Opened.document(file)) {
      PrintOptions options = options(Sides.ONE, Paper.A4, new Layout(true, perSide, fit));
      SheetPlan plan = Planned.plan(options, document);
      assertThat(plan.oneCopy().getFirst().turn()).isEqualTo(turn);
      return Drawn.page(Planned.sheets(plan, document), 0, 1_190).turned(turn);
    }
  }

  private static PrintOptions options(Sides sides, Paper paper, Layout layout) {
    return new PrintOptions(
        List.of(new FileSelection(1, List.of())), 1, sides, paper, layout);
  }

  private static PageFacts page(SafeDocument document) {
    return document.facts().pages().getFirst();
  }
}
