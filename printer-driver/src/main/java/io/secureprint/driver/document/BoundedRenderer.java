// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentRefusal;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

import java.io.IOException;

/// Draws pages and refuses those whose images are larger than can be decoded safely. The caller
/// bounds the size of the drawing.
public final class BoundedRenderer extends PDFRenderer {
  /// A pixel count above this is refused before anything is decoded.
  static final long MAX_IMAGE_PIXELS = 60_000_000;

  private SeenImages seen = new SeenImages();

  public BoundedRenderer(PDDocument document) {
    super(document);
    setSubsamplingAllowed(true);
  }

  /// From now on notes what images are drawn.
  SeenImages watch() {
    seen = new SeenImages();
    return seen;
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new BoundedDrawer(parameters, seen);
  }

  private static final class BoundedDrawer extends PageDrawer {
    private final SeenImages seen;

    BoundedDrawer(PageDrawerParameters parameters, SeenImages seen) throws IOException {
      super(parameters);
      this.seen = seen;
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      if ((long) image.getWidth() * image.getHeight() > MAX_IMAGE_PIXELS) {
        throw new DocumentRefused(DocumentRefusal.DOCUMENT_TOO_LARGE);
      }
      try {
        super.drawImage(image);
        seen.drawn(image);
      } catch (IOException e) {
        seen.undrawn(image);
        throw e;
      }
    }
  }
}
