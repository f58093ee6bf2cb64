// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentRefusal;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A page as it is seen: its crop box, turned by its rotation, in points of 1/72 inch.
record SeenSize(double widthPt, double heightPt) {
  private static final double MIN_PT = 1;

  /// ISO 32000-1 annex C.2: 200 inches.
  private static final double MAX_PT = 14_400;

  static SeenSize of(PDPage page) {
    PDRectangle box = page.getCropBox();
    double unit = page.getUserUnit();
    boolean turned = page.getRotation() % 180 != 0;
    double width = (turned ? box.getHeight() : box.getWidth()) * unit;
    double height = (turned ? box.getWidth() : box.getHeight()) * unit;
    if (!(width >= MIN_PT && height >= MIN_PT)) {
      throw new DocumentRefused(DocumentRefusal.DOCUMENT_BROKEN);
    }
    if (!(width <= MAX_PT && height <= MAX_PT)) {
      throw new DocumentRefused(DocumentRefusal.DOCUMENT_TOO_LARGE);
    }
    return new SeenSize(width, height);
  }
}
