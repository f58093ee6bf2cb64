// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.RenderDestination;

import java.awt.image.BufferedImage;
import java.io.IOException;

/// Whether a page shows colour, told by drawing it small: what is hidden, clipped or coloured black
/// does not count, and what is seen does. What cannot be drawn here may be colour on paper.
final class PageColour {
  /// The longer side of the drawing: about 25 dpi of an A4 page.
  private static final int LONGER_SIDE_PX = 300;

  /// How far apart the channels of a pixel must be. JPEG noise of grey scans stays below.
  private static final int CHANNEL_DISTANCE = 28;

  private final BoundedRenderer renderer;

  PageColour(PDDocument document) {
    this.renderer = new BoundedRenderer(document);
  }

  PageLook on(int index, SeenSize size) throws IOException {
    SeenImages seen = renderer.watch();
    return seen.look(shown(index, size));
  }

  private boolean shown(int index, SeenSize size) throws IOException {
    float scale = (float) (LONGER_SIDE_PX / Math.max(size.widthPt(), size.heightPt()));
    BufferedImage drawn =
        renderer.renderImage(index, scale, ImageType.RGB, RenderDestination.PRINT);
    int[] line = new int[drawn.getWidth()];
    for (int y = 0; y < drawn.getHeight(); y++) {
      drawn.getRaster().getDataElements(0, y, line.length, 1, line);
      for (int pixel : line) {
        if (coloured(pixel)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean coloured(int rgb) {
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    int brightest = Math.max(red, Math.max(green, blue));
    return brightest - Math.min(red, Math.min(green, blue)) > CHANNEL_DISTANCE;
  }
}
