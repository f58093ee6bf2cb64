// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.PageFacts;
import io.secureprint.driver.api.Paper;

import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

import java.io.IOException;
import java.util.List;

/// A document of one page that shows one image, its longer side as long as that of A4.
final class ImagePage {
  /// Of a file whose image is decoded as a whole.
  static final long MAX_BYTES = 64L << 20;

  /// Pixels of the longer and shorter side of A4 at 300 dpi; more is thinned out while decoding.
  private static final int LONGER_PX = 3_508;
  private static final int SHORTER_PX = 2_480;

  private ImagePage() {}

  /// Which pixels are kept of an image of that size: each `n`th of each `n`th line.
  static int step(int width, int height) {
    int longer = Math.max(width, height);
    int shorter = Math.min(width, height);
    return Math.max(1, Math.min(longer / LONGER_PX, shorter / SHORTER_PX));
  }

  /// `width` and `height` are of the image as it is seen.
  static SafeDocument of(DocumentKind kind, int width, int height, Encoder image)
      throws IOException {
    double scale = Paper.A4.heightPt() / Math.max(width, height);
    float across = (float) Math.max(1, scale * width);
    float up = (float) Math.max(1, scale * height);
    PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
    PDPage page = new PDPage(new PDRectangle(across, up));
    document.addPage(page);
    Placed placed = image.on(document, across, up);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(placed.image(), placed.place());
    }
    PageLook look = new PageColour(document).on(0, SeenSize.of(page));
    return new SafeDocument(
        new DocumentFacts(kind, List.of(new PageFacts(across, up, look.colour()))),
        List.of(look),
        document);
  }

  /// Brings the image into the document.
  @FunctionalInterface
  interface Encoder {
    Placed on(PDDocument document, float width, float height) throws IOException;
  }

  /// An image and the way from its unit square to the page.
  record Placed(PDImageXObject image, Matrix place) {}
}
