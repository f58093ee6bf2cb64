// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.FileSelection;
import io.secureprint.driver.api.PageRange;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.PrintOptions;
import io.secureprint.driver.api.SheetPlan;
import io.secureprint.driver.api.SheetSide;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.document.SafeDocument;
import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testdocument.HostilePdf;
import io.secureprint.driver.testdocument.Opened;
import io.secureprint.driver.testdocument.TestJpeg;
import io.secureprint.driver.testdocument.TestPdf;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

final class SheetComposerTest {
  private static final String CANARY = "CANARY-51C0";

  @Test
  void whatCouldActIsLeftBehindAndWhatIsSeenIsNot() throws IOException {
    byte[] sheets = sheets(HostilePdf.active(CANARY));
    assertThat(everything(sheets))
        .doesNotContain(CANARY)
        .doesNotContainPattern("/(JavaScript|JS|URI|OpenAction|Annots|Metadata|Filespec|PieceInfo)\\b");
    Drawn drawn = Drawn.page(sheets, 0, 600);
    assertThat(drawn.at(0.1, 0.95)).isEqualTo(Color.BLACK);
    assertThat(drawn.at(0.37, 0.73)).isEqualTo(Color.BLACK);
    assertThat(drawn.at(0.6, 0.5)).isEqualTo(Color.WHITE);
  }

  @Test
  void aSheetHasNothingButItsDrawing() throws IOException {
    try (PDDocument document = Loader.loadPDF(sheets(HostilePdf.active(CANARY)))) {
      assertThat(document.getDocumentCatalog().getCOSObject().keySet())
          .containsExactlyInAnyOrder(COSName.TYPE, COSName.PAGES);
      assertThat(document.getPage(0).getCOSObject().keySet())
          .containsExactlyInAnyOrder(
              COSName.TYPE, COSName.PARENT, COSName.MEDIA_BOX, COSName.RESOURCES, COSName.CONTENTS);
      assertThat(document.getDocument().getTrailer().keySet())
          .containsExactlyInAnyOrder(COSName.ROOT, COSName.SIZE, COSName.ID);
    }
  }

  @Test
  void aPhotoLosesWhatItTellsOfItsOwner() throws IOException {
    byte[] photo = TestJpeg.oriented(200, 100, 6, CANARY);
    assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(CANARY);
    assertThat(everything(sheets(photo))).doesNotContain(CANARY);
  }

  /// A block in the lower left corner of the page's own space; where it is on the sheet.
  @ParameterizedTest
  @CsvSource({
    "595, 842, 0, 0.1, 0.9",
    "595, 842, 180, 0.9, 0.1",
    "842, 595, 0, 0.9, 0.9",
    "842, 595, 90, 0.1, 0.1",
    "842, 595, 180, 0.1, 0.1",
    "842, 595, 270, 0.9, 0.9",
    "595, 842, 90, 0.1, 0.9",
    "200, 280, 0, 0.1, 0.9"
  })
  void aPageIsTurnedToFillTheSheet(float width, float height, int rotation, double x, double y)
      throws IOException {
    Drawn drawn = Drawn.page(sheets(TestPdf.sized(width, height, rotation)), 0, 300);
    for (double atX : new double[] {0.1, 0.9}) {
      for (double atY : new double[] {0.1, 0.9}) {
        Color expected = atX == x && atY == y ? Color.BLACK : Color.WHITE;
        assertThat(drawn.at(atX, atY)).as("at %s, %s", atX, atY).isEqualTo(expected);
      }
    }
    assertThat(drawn.at(0.01, 0.5)).isEqualTo(Color.WHITE);
  }

  @Test
  void theMarginStaysWhite() throws IOException {
    Drawn drawn = Drawn.page(sheets(TestJpeg.jpeg(210, 297)), 0, 595);
    assertThat(drawn.at(0.5, 0.012)).isEqualTo(Color.WHITE);
    assertThat(drawn.at(0.012, 0.5)).isEqualTo(Color.WHITE);
    assertThat(drawn.at(0.3, 0.025).getRed()).isGreaterThan(200);
    assertThat(drawn.at(0.3, 0.025).getBlue()).isLessThan(60);
  }

  @Test
  void blankBacksAreBlank() throws IOException {
    try (SafeDocument document = Opened.document(TestPdf.coloured(1, 1))) {
      List<SheetSide> sides = List.of(new SheetSide(1, 1, true), SheetSide.BLANK);
      byte[] sheets = Planned.sheets(new SheetPlan(Paper.A4, Sides.ONE, 1, sides), document);
      assertThat(Drawn.page(sheets, 1, 100).distance(Drawn.page(sheets, 0, 100))).isPositive();
      try (PDDocument pdf = Loader.loadPDF(sheets)) {
        assertThat(pdf.getPage(1).hasContents()).isFalse();
      }
    }
  }

  @Test
  void stampsAndFilledFormsGoOnPaperAndNotesForTheScreenDoNot() throws IOException {
    byte[] sheets = sheets(TestPdf.annotated());
    Drawn drawn = Drawn.page(sheets, 0, 595);
    assertThat(drawn.at(150 / 595.0, 1 - 150 / 842.0)).isEqualTo(Color.BLACK);
    assertThat(drawn.at(350 / 595.0, 1 - 150 / 842.0)).isEqualTo(Color.WHITE);
    assertThat(drawn.at(150 / 595.0, 1 - 350 / 842.0)).isEqualTo(Color.WHITE);
    assertThat(Drawn.text(sheets)).contains("filled in");
  }

  @Test
  void layersThatDoNotPrintStayHidden() throws IOException {
    byte[] sheets = sheets(TestPdf.layered(CANARY));
    Drawn drawn = Drawn.page(sheets, 0, 595);
    assertThat(drawn.at(150 / 595.0, 1 - 150 / 842.0)).isEqualTo(Color.BLACK);
    assertThat(drawn.at(350 / 595.0, 1 - 150 / 842.0)).isEqualTo(Color.WHITE);
    assertThat(everything(sheets)).doesNotContain(CANARY);
  }

  private static byte[] sheets(byte[] file) throws IOException {
    try (SafeDocument document = Opened.document(file)) {
      PrintOptions first =
          new PrintOptions(
              List.of(new FileSelection(1, List.of(new PageRange(1, 1)))), 1, Sides.ONE, Paper.A4);
      return Planned.sheets(Planned.plan(first, document), document);
    }
  }

  /// All bytes of the file, and those of all streams decoded.
  private static String everything(byte[] pdf) throws IOException {
    StringBuilder all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSObject object = document.getDocument().getObjectFromPool(key);
        if (object.getObject() instanceof COSStream stream) {
          all.append(
              new String(
                  stream.createInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }
}
