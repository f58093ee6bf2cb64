// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// PDFs as honest customers bring them.
public final class TestPdf {
  private static final int LINES = 45;

  private TestPdf() {}

  /// A4 pages of black text, the canary in every line.
  public static byte[] plainText(int pages, String canary) {
    return written(
        document -> {
          PDFont font = new PDType1Font(FontName.HELVETICA);
          for (int page = 1; page <= pages; page++) {
            addText(document, font, page, canary);
          }
        });
  }

  /// A4 pages; those named (from 1) have one small red word, the others are black.
  public static byte[] coloured(int pages, int... red) {
    return written(
        document -> {
          PDFont font = new PDType1Font(FontName.HELVETICA_BOLD);
          for (int page = 1; page <= pages; page++) {
            int number = page;
            boolean inRed = Arrays.stream(red).anyMatch(coloured -> coloured == number);
            PDPageContentStream content = begin(document, PDRectangle.A4);
            content.setNonStrokingColor(inRed ? Color.RED : Color.BLACK);
            write(content, font, 72, 700, "URGENT");
            content.close();
          }
        });
  }

  /// One page of that size in points, turned clockwise by `rotation` degrees, with a black block in
  /// the lower left corner of its own space.
  public static byte[] sized(float widthPt, float heightPt, int rotation) {
    return written(
        document -> {
          PDPageContentStream content = begin(document, new PDRectangle(widthPt, heightPt));
          content.addRect(0, 0, widthPt / 4, heightPt / 4);
          content.fill();
          content.close();
          document.getPage(0).setRotation(rotation);
        });
  }

  /// One page that opens only with that password.
  public static byte[] encrypted(String password) {
    return written(
        document -> {
          addText(document, new PDType1Font(FontName.HELVETICA), 1, "secret");
          StandardProtectionPolicy policy =
              new StandardProtectionPolicy("owner-" + password, password, new AccessPermission());
          policy.setEncryptionKeyLength(256);
          document.protect(policy);
        });
  }

  private static void addText(PDDocument document, PDFont font, int page, String canary)
      throws IOException {
    PDPageContentStream content = begin(document, PDRectangle.A4);
    for (int line = 0; line < LINES; line++) {
      String text = "Page " + page + ", line " + line + ": " + canary + " and what else is to be said.";
      write(content, font, 56, 780 - 16 * line, text);
    }
    content.close();
  }

  private static void write(PDPageContentStream content, PDFont font, float x, float y, String text)
      throws IOException {
    content.beginText();
    content.setFont(font, 11);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }

  private static PDPageContentStream begin(PDDocument document, PDRectangle size)
      throws IOException {
    PDPage page = new PDPage(size);
    document.addPage(page);
    return new PDPageContentStream(document, page);
  }

  private static byte[] written(Drawing drawing) {
    try (PDDocument document = new PDDocument()) {
      drawing.on(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Drawing {
    void on(PDDocument document) throws IOException;
  }
}
