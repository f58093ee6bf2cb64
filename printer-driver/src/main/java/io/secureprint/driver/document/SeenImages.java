// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Notes what images the drawing of a page came by.
final class SeenImages {
  private final Map<COSStream, Integer> colour = new HashMap<>();
  private boolean undrawn;
  private boolean undrawnColour;

  void drawn(PDImage image) throws IOException {
    int components = image.isStencil() ? 1 : image.getColorSpace().getNumberOfComponents();
    if (image instanceof PDImageXObject object && components > 1) {
      colour.put(object.getCOSObject(), components);
    }
  }

  void undrawn(PDImage image) {
    undrawn = true;
    undrawnColour |= mayHaveColour(image);
  }

  PageLook look(boolean shows) {
    return new PageLook(shows || undrawnColour, colour, undrawn, undrawnColour);
  }

  private static boolean mayHaveColour(PDImage image) {
    try {
      return !image.isStencil() && image.getColorSpace().getNumberOfComponents() > 1;
    } catch (IOException _) {
      // Not even its colours can be read.
      return true;
    }
  }
}
