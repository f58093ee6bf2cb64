// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.Paper;

import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/// The sheet by which a person sees whether a printer is set up right: nothing cut off, nothing
/// scaled, all greys and colours there.
public final class TestSheet {
  private static final String FONT = "/fonts/NotoSansDevanagari-Regular.ttf";
  private static final double FRAME_MM = 5;
  private static final double LEFT_MM = 15;
  private static final int GREY_STEPS = 10;
  private static final List<String> WORDS =
      List.of(
          "The frame is 5 mm from each edge. It must be whole.",
          "100 mm on the rulers must measure 100 mm.",
          "All grey steps must differ. Colours must have no stripes.",
          "चौखट हर किनारे से 5 मिमी पर है। वह पूरी दिखनी चाहिए।",
          "पटरी के 100 मिमी नापने पर 100 मिमी होने चाहिए।",
          "स्लेटी के सब ख़ाने अलग दिखें। रंगों में धारियाँ न हों।");
  private static final List<Color> COLOURS =
      List.of(
          Color.CYAN, Color.MAGENTA, Color.YELLOW, Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);

  private TestSheet() {}

  /// One page for this paper that names the printer and the date.
  ///
  /// @throws IOException if the font is not there
  public static PDDocument draw(Paper paper, String printer, String date) throws IOException {
    PDDocument sheet = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
    PDPage page = new PDPage(new PDRectangle((float) paper.widthPt(), (float) paper.heightPt()));
    sheet.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(sheet, page)) {
      content.setLineWidth(0.4f);
      SheetPen pen = new SheetPen(content, (float) paper.heightPt(), font(sheet));
      double width = paper.widthPt() * 25.4 / 72;
      double height = paper.heightPt() * 25.4 / 72;
      pen.frame(FRAME_MM, FRAME_MM, width - 2 * FRAME_MM, height - 2 * FRAME_MM);
      words(pen, printer, date);
      rulers(pen, width);
      greys(pen, width - 2 * LEFT_MM - 20);
      colours(pen, width - 2 * LEFT_MM - 20);
    }
    return sheet;
  }

  private static PDFont font(PDDocument sheet) throws IOException {
    try (InputStream file = TestSheet.class.getResourceAsStream(FONT)) {
      return PDType0Font.load(sheet, Objects.requireNonNull(file, FONT));
    }
  }

  private static void words(SheetPen pen, String printer, String date) throws IOException {
    pen.text(LEFT_MM, 20, 17, "Test sheet · परीक्षण शीट");
    pen.text(LEFT_MM, 29, 12, printer);
    pen.text(LEFT_MM, 36, 10, date);
    double y = 46;
    for (String line : WORDS) {
      pen.text(LEFT_MM, y, 9.5f, line);
      y += 6;
    }
    pen.text(LEFT_MM, y + 2, 6, "6 pt: The quick brown fox jumps over the lazy dog. 0123456789 ₹");
  }

  /// One across, and one of 100 mm down the right side.
  private static void rulers(SheetPen pen, double width) throws IOException {
    int across = 10 * (int) ((width - 2 * LEFT_MM) / 10);
    pen.line(LEFT_MM, 100, LEFT_MM + across, 100);
    double right = LEFT_MM + across;
    pen.line(right, 100, right, 200);
    for (int mm = 0; mm <= across; mm++) {
      pen.line(LEFT_MM + mm, 100, LEFT_MM + mm, 100 - tick(mm));
      if (mm % 10 == 0) {
        pen.text(LEFT_MM + mm - 1.5, 94, 6, mm == across ? mm + " mm" : Integer.toString(mm));
      }
    }
    for (int mm = 0; mm <= 100; mm++) {
      pen.line(right, 100 + mm, right - tick(mm), 100 + mm);
      if (mm % 10 == 0 && mm > 0) {
        pen.text(right - 10, 100.7 + mm, 6, Integer.toString(mm));
      }
    }
  }

  private static double tick(int mm) {
    return mm % 10 == 0 ? 5 : mm % 5 == 0 ? 3.5 : 2;
  }

  private static void greys(SheetPen pen, double width) throws IOException {
    double each = width / (GREY_STEPS + 1);
    for (int step = 0; step <= GREY_STEPS; step++) {
      int light = 255 - Math.round(255f * step / GREY_STEPS);
      double x = LEFT_MM + step * each;
      pen.patch(x, 110, each, 18, new Color(light, light, light));
      pen.text(x + 0.5, 132, 6, step * 100 / GREY_STEPS + " %");
    }
    pen.frame(LEFT_MM, 110, width, 18);
  }

  private static void colours(SheetPen pen, double width) throws IOException {
    double each = width / COLOURS.size();
    for (int place = 0; place < COLOURS.size(); place++) {
      pen.patch(LEFT_MM + place * each, 142, each, 28, COLOURS.get(place));
    }
    pen.frame(LEFT_MM, 142, width, 28);
  }
}
