// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

import java.awt.Color;
import java.io.IOException;

/// Draws on one page in millimetres from its upper left corner.
record SheetPen(PDPageContentStream page, float heightPt, PDFont font) {
  private static final float PT_PER_MM = 72 / 25.4f;

  void line(double x1, double y1, double x2, double y2) throws IOException {
    page.moveTo(pt(x1), fromTop(y1));
    page.lineTo(pt(x2), fromTop(y2));
    page.stroke();
  }

  void frame(double x, double y, double width, double height) throws IOException {
    page.addRect(pt(x), fromTop(y + height), pt(width), pt(height));
    page.stroke();
  }

  void patch(double x, double y, double width, double height, Color colour) throws IOException {
    page.setNonStrokingColor(colour);
    page.addRect(pt(x), fromTop(y + height), pt(width), pt(height));
    page.fill();
    page.setNonStrokingColor(Color.BLACK);
  }

  /// `y` is the line that the letters stand on.
  void text(double x, double y, float sizePt, String text) throws IOException {
    page.beginText();
    page.setFont(font, sizePt);
    page.newLineAtOffset(pt(x), fromTop(y));
    page.showText(drawable(text));
    page.endText();
  }

  /// What the font does not have is a question mark.
  private String drawable(String text) {
    StringBuilder known = new StringBuilder();
    text.codePoints().forEach(letter -> known.appendCodePoint(has(letter) ? letter : '?'));
    return known.toString();
  }

  private boolean has(int letter) {
    try {
      return !Character.isISOControl(letter) && font.encode(Character.toString(letter)).length > 0;
    } catch (IllegalArgumentException | IOException _) {
      return false;
    }
  }

  private float fromTop(double mm) {
    return heightPt - pt(mm);
  }

  private static float pt(double mm) {
    return (float) (mm * PT_PER_MM);
  }
}
