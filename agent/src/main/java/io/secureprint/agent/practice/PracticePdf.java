// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.driver.testdocument.RawPdf;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Documents as customers bring them, written on the spot: A4, with nothing of anybody in them.
final class PracticePdf {
  private static final int LINES = 40;
  /// Catalog, page tree and font come first; then two or three objects for each page.
  private static final int BEFORE_PAGES = 3;
  private static final int PICTURE_WIDTH = 64;
  private static final int ROW_BYTES = 3 * PICTURE_WIDTH;
  private static final int LEAST_COMMENT = 2;

  private PracticePdf() {}

  /// Pages of black text.
  static byte[] text(int pages) {
    RawPdf pdf = begun(pages, 2);
    for (int page = 1; page <= pages; page++) {
      pdf.object(page("/Font <</F 3 0 R>>", BEFORE_PAGES + 2 * page));
      pdf.stream("", lines(page));
    }
    return pdf.bytes();
  }

  /// Pages with a colour picture that cannot be compressed, `bytes` long in all.
  static byte[] pictures(int pages, int bytes, Ids ids) {
    int each = (bytes - pictures(pages, 1, 0, ids).length) / pages;
    int rows = 1 + Math.max(0, each / ROW_BYTES);
    int rest = bytes - pictures(pages, rows, 0, ids).length;
    // Larger numbers take more digits, and a comment is never a single byte.
    while (rows > 1 && rest != 0 && rest < LEAST_COMMENT) {
      rows--;
      rest = bytes - pictures(pages, rows, 0, ids).length;
    }
    byte[] document = pictures(pages, rows, rest, ids);
    if (document.length != bytes) {
      throw new IllegalArgumentException(pages + " pages do not make " + bytes + " bytes");
    }
    return document;
  }

  private static byte[] pictures(int pages, int rows, int comment, Ids ids) {
    RawPdf pdf = begun(pages, 3);
    String image =
        "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width "
            + PICTURE_WIDTH + " /Height " + rows;
    for (int page = 1; page <= pages; page++) {
      int picture = BEFORE_PAGES + 3 * page;
      pdf.object(page("/XObject <</P " + picture + " 0 R>>", picture - 1));
      pdf.stream("", "q 483 0 0 690 56 76 cm /P Do Q".getBytes(US_ASCII));
      pdf.stream(image, ids.bytes(rows * ROW_BYTES));
    }
    if (comment >= LEAST_COMMENT) {
      pdf.comment(comment);
    }
    return pdf.bytes();
  }

  private static RawPdf begun(int pages, int objectsEach) {
    String kids =
        IntStream.range(0, pages)
            .mapToObj(page -> BEFORE_PAGES + 1 + objectsEach * page + " 0 R")
            .collect(Collectors.joining(" "));
    return new RawPdf()
        .object("<</Type /Catalog /Pages 2 0 R>>")
        .object("<</Type /Pages /Kids [" + kids + "] /Count " + pages + ">>")
        .object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");
  }

  private static String page(String resources, int content) {
    return "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <<" + resources
        + ">> /Contents " + content + " 0 R>>";
  }

  private static byte[] lines(int page) {
    StringBuilder text = new StringBuilder("BT /F 11 Tf 17 TL 56 780 Td");
    for (int line = 1; line <= LINES; line++) {
      text.append(" (Page ").append(page).append(", line ").append(line)
          .append(" of a document for practice, which says nothing about anybody.) Tj T*");
    }
    return text.append(" ET").toString().getBytes(US_ASCII);
  }
}
