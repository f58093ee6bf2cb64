// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Content that does nothing but draw forms and images, each at its place.
final class Drawing {
  private final StringBuilder operators = new StringBuilder();
  private final COSDictionary drawn = new COSDictionary();

  void draw(COSBase xobject, AffineTransform place) {
    String name = "D" + drawn.size();
    drawn.setItem(name, xobject);
    operators.append("q ").append(matrix(place)).append('/').append(name).append(" Do Q\n");
  }

  /// Nothing of it is seen outside of `window`.
  void draw(COSBase xobject, AffineTransform place, Rectangle2D window) {
    operators.append("q ").append(clip(window));
    draw(xobject, place);
    operators.append("Q\n");
  }

  COSStream content(PDDocument sheets) throws IOException {
    COSStream content = sheets.getDocument().createCOSStream();
    try (OutputStream out = content.createOutputStream()) {
      out.write(operators.toString().getBytes(StandardCharsets.US_ASCII));
    }
    return content;
  }

  COSDictionary resources() {
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.XOBJECT, drawn);
    return resources;
  }

  /// Makes content a form XObject.
  static void asForm(COSStream content, COSArray box) {
    content.setItem(COSName.TYPE, COSName.XOBJECT);
    content.setItem(COSName.SUBTYPE, COSName.FORM);
    content.setItem(COSName.BBOX, box);
  }

  private static String matrix(AffineTransform matrix) {
    return String.format(
        Locale.ROOT,
        "%.6f %.6f %.6f %.6f %.4f %.4f cm ",
        matrix.getScaleX(),
        matrix.getShearY(),
        matrix.getShearX(),
        matrix.getScaleY(),
        matrix.getTranslateX(),
        matrix.getTranslateY());
  }

  private static String clip(Rectangle2D box) {
    return String.format(
        Locale.ROOT,
        "%.4f %.4f %.4f %.4f re W n ",
        box.getX(),
        box.getY(),
        box.getWidth(),
        box.getHeight());
  }
}
