// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// PDFs that attack whoever opens them.
public final class HostilePdf {
  private static final String CATALOG = "<</Type /Catalog /Pages 2 0 R>>";
  private static final String ONE_PAGE = "<</Type /Pages /Kids [3 0 R] /Count 1>>";
  private static final int MEGABYTE = 1 << 20;

  private HostilePdf() {}

  /// One page of 200 × 200 inches (the largest there is), filled.
  public static byte[] hugeMediaBox() {
    return onePage("[0 0 14400 14400]", "", "", "0.2 g 0 0 14400 14400 re f");
  }

  /// A page larger than any allowed.
  public static byte[] absurdMediaBox() {
    return onePage("[0 0 2000000 2000000]", "", "", "0 0 10 10 re f");
  }

  /// One page without width.
  public static byte[] emptyMediaBox() {
    return onePage("[0 0 0 800]", "", "", "0 0 10 10 re f");
  }

  /// One page, and a claim of 2,147,483,647.
  public static byte[] fakeCount() {
    return new RawPdf()
        .object(CATALOG)
        .object("<</Type /Pages /Kids [3 0 R] /Count 2147483647>>")
        .object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>")
        .bytes();
  }

  /// A page tree that is its own child.
  public static byte[] circularPages() {
    return new RawPdf()
        .object(CATALOG)
        .object("<</Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3>>")
        .object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>")
        .bytes();
  }

  public static byte[] noPages() {
    return new RawPdf().object(CATALOG).object("<</Type /Pages /Kids [] /Count 0>>").bytes();
  }

  /// A catalog and nothing behind it.
  public static byte[] noPageTree() {
    return new RawPdf().object("<</Type /Catalog>>").bytes();
  }

  public static byte[] manyPages(int pages) {
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages; i++) {
      kids.append(3 + i).append(" 0 R ");
    }
    RawPdf pdf =
        new RawPdf()
            .object(CATALOG)
            .object("<</Type /Pages /Kids [" + kids + "] /Count " + pages + ">>");
    for (int i = 0; i < pages; i++) {
      pdf.object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>");
    }
    return pdf.bytes();
  }

  /// 1,500,000 curved fills and strokes of the whole page out of a few kilobytes.
  public static byte[] operatorFlood() {
    String fill = "0 0 m 600 0 1 842 595 842 c 0 842 595 0 0 0 c b*\n";
    return onePage("[0 0 595 842]", "", " /Filter /FlateDecode", deflated(fill.repeat(1_500_000)));
  }

  /// Forms that each draw the next one ten times, ten deep.
  public static byte[] nestedForms() {
    RawPdf pdf =
        new RawPdf()
            .object(CATALOG)
            .object(ONE_PAGE)
            .object(page("[0 0 595 842]", "/XObject <</F 5 0 R>>"))
            .stream("", ascii("/F Do"));
    for (int form = 5; form < 15; form++) {
      String next = "/Resources <</XObject <</F " + (form + 1) + " 0 R>>>>";
      pdf.stream(formHead(next), ascii("/F Do ".repeat(10)));
    }
    return pdf.stream(formHead(""), ascii("0 0 100 100 re f")).bytes();
  }

  /// A form that draws itself.
  public static byte[] circularForm() {
    return new RawPdf()
        .object(CATALOG)
        .object(ONE_PAGE)
        .object(page("[0 0 595 842]", "/XObject <</F 5 0 R>>"))
        .stream("", ascii("/F Do"))
        .stream(formHead("/Resources <</XObject <</F 5 0 R>>>>"), ascii("/F Do /F Do"))
        .bytes();
  }

  /// Page content of 700 MB in as many kilobytes.
  public static byte[] flateBomb() {
    return onePage("[0 0 595 842]", "", " /Filter /FlateDecode", blanks());
  }

  /// The same, packed once more into about 2 kB.
  public static byte[] doubleFlate() {
    return onePage(
        "[0 0 595 842]", "", " /Filter [/FlateDecode /FlateDecode]", deflated(blanks()));
  }

  /// An image that says it has 100,000 × 100,000 pixels.
  public static byte[] hugeImage() {
    return new RawPdf()
        .object(CATALOG)
        .object(ONE_PAGE)
        .object(page("[0 0 595 842]", "/XObject <</I 5 0 R>>"))
        .stream("", ascii("500 0 0 500 0 0 cm /I Do"))
        .stream(
            "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8"
                + " /ColorSpace /DeviceRGB /Filter /FlateDecode",
            deflated("x"))
        .bytes();
  }

  /// Arrays 200,000 deep.
  public static byte[] deepArrays() {
    return new RawPdf()
        .object(CATALOG)
        .object(ONE_PAGE)
        .object(page("[0 0 595 842]", "/X " + "[".repeat(200_000) + "]".repeat(200_000)))
        .stream("", ascii("0 0 10 10 re f"))
        .bytes();
  }

  /// Everything that could act: scripts, actions, an attachment, a link, metadata with `canary`. What
  /// is to be seen are two black squares at (0, 0) and (200, 200), the second in a form named AA.
  public static byte[] active(String canary) {
    return new RawPdf()
        .object(
            "<</Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA <</WC 6 0 R>> /Metadata 7 0 R"
                + " /Names <</JavaScript <</Names [(a) 6 0 R]>>"
                + " /EmbeddedFiles <</Names [(f) 8 0 R]>>>>>>")
        .object(ONE_PAGE)
        .object(
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /AA <</O 6 0 R>>"
                + " /Metadata 7 0 R /PieceInfo <</X <</Private (" + canary + ")>>>>"
                + " /Group <</S /Transparency /Metadata 7 0 R>>"
                + " /Annots [5 0 R] /Resources <</XObject <</AA 10 0 R>>>>>>")
        .stream("", ascii("0 0 100 100 re f /AA Do"))
        .object(
            "<</Type /Annot /Subtype /Link /F 4 /Rect [0 0 9 9] /A <</S /URI /URI (http://"
                + canary + ".example)>>>>")
        .object("<</Type /Action /S /JavaScript /JS (app.alert\\('" + canary + "'\\))>>")
        .stream("/Subtype /XML", ascii("<x>" + canary + "</x>"))
        .object("<</Type /Filespec /F (f) /EF <</F 9 0 R>>>>")
        .stream("/Type /EmbeddedFile", ascii(canary))
        .stream(
            formHead("/Metadata 7 0 R /AF [8 0 R] /LastModified (" + canary + ")"),
            ascii("200 200 50 50 re f"))
        .bytes();
  }

  private static byte[] onePage(String box, String resources, String streamKeys, String content) {
    return onePage(box, resources, streamKeys, ascii(content));
  }

  private static byte[] onePage(String box, String resources, String streamKeys, byte[] content) {
    return new RawPdf()
        .object(CATALOG)
        .object(ONE_PAGE)
        .object(page(box, resources))
        .stream(streamKeys, content)
        .bytes();
  }

  private static String page(String box, String resources) {
    return "<</Type /Page /Parent 2 0 R /MediaBox " + box
        + " /Resources <<" + resources + ">> /Contents 4 0 R>>";
  }

  private static String formHead(String more) {
    return "/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + more;
  }

  private static byte[] blanks() {
    byte[] megabyte = new byte[MEGABYTE];
    Arrays.fill(megabyte, (byte) ' ');
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      for (int i = 0; i < 700; i++) {
        out.write(megabyte);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] deflated(String text) {
    return deflated(ascii(text));
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
