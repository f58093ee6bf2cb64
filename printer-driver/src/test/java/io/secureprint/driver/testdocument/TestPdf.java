// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// PDFs as honest customers bring them.
public final class TestPdf {
  private static final int LINES = 45;
  private static final String FORM = "/Type /XObject /Subtype /Form ";

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

  /// A4 pages of black text under a broad band in colour.
  public static byte[] leaflet(int pages, String canary) {
    return written(
        document -> {
          PDFont font = new PDType1Font(FontName.HELVETICA);
          for (int page = 1; page <= pages; page++) {
            addText(document, font, page, canary);
            PDPageContentStream band =
                new PDPageContentStream(
                    document, document.getPage(page - 1), AppendMode.PREPEND, true);
            band.setNonStrokingColor(new Color(220, 60 * page, 40));
            band.addRect(0, 700, 595, 142);
            band.fill();
            band.setNonStrokingColor(Color.BLACK);
            band.close();
          }
        });
  }

  /// Pages of that size in points, each filled with one of the colours.
  public static byte[] filled(float widthPt, float heightPt, Color... colours) {
    return written(
        document -> {
          for (Color colour : colours) {
            PDPageContentStream content = begin(document, new PDRectangle(widthPt, heightPt));
            content.setNonStrokingColor(colour);
            content.addRect(0, 0, widthPt, heightPt);
            content.fill();
            content.close();
          }
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

  /// One A4 page with three black squares of 100 points that are annotations: a stamp at (100, 100)
  /// that prints, a note at (300, 100) for the screen, a hidden one at (100, 300); and a text field
  /// with the words "filled in".
  public static byte[] annotated() {
    return new RawPdf()
        .object("<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [9 0 R]"
            + " /DR <</Font <</H 10 0 R>>>> /DA (/H 12 Tf 0 g) /NeedAppearances true>>>>")
        .object("<</Type /Pages /Kids [3 0 R] /Count 1>>")
        .object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            + " /Annots [4 0 R 5 0 R 6 0 R 9 0 R]>>")
        .object("<</Type /Annot /Subtype /Stamp /F 4" + square(100, 100))
        .object("<</Type /Annot /Subtype /Text /F 0" + square(300, 100))
        .object("<</Type /Annot /Subtype /Stamp /F 6" + square(100, 300))
        .stream(FORM + "/BBox [0 0 10 10]", ascii("0 0 10 10 re f"))
        .object("null")
        .object("<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (filled in) /F 4"
            + " /DA (/H 12 Tf 0 g) /Rect [100 600 400 630]>>")
        .object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>")
        .bytes();
  }

  /// One A4 page with black squares of 100 points in two layers of that name: at (100, 100) one that
  /// is on, at (300, 100) one that is off.
  public static byte[] layered(String name) {
    return new RawPdf()
        .object("<</Type /Catalog /Pages 2 0 R /OCProperties"
            + " <</OCGs [5 0 R 6 0 R] /D <</OFF [6 0 R]>>>>>>")
        .object("<</Type /Pages /Kids [3 0 R] /Count 1>>")
        .object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + " /Resources <</Properties <</On 5 0 R /Off 6 0 R>>>>>>")
        .stream("", ascii("/OC /On BDC 100 100 100 100 re f EMC"
            + " /OC /Off BDC 300 100 100 100 re f EMC"))
        .object("<</Type /OCG /Name (" + name + ")>>")
        .object("<</Type /OCG /Name (" + name + ")>>")
        .bytes();
  }

  private static String square(int x, int y) {
    return " /Rect [" + x + " " + y + " " + (x + 100) + " " + (y + 100) + "] /AP <</N 7 0 R>>>>";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
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
