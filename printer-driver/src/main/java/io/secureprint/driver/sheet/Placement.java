// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.Paper;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import java.awt.geom.AffineTransform;

/// Where a page lies on its sheet: as large as fits inside the margin, in the middle, turned by a
/// quarter where that makes it larger. The sheet itself is always portrait, so that no printer has a
/// reason to turn it.
final class Placement {
  /// 4.2 mm, what office printers cannot print on.
  static final double MARGIN_PT = 12;

  private Placement() {}

  /// From the user space of `page` to that of a sheet.
  static AffineTransform of(PDPage page, Paper paper) {
    PDRectangle box = page.getCropBox();
    boolean turned = page.getRotation() % 180 != 0;
    double width = turned ? box.getHeight() : box.getWidth();
    double height = turned ? box.getWidth() : box.getHeight();
    AffineTransform placed = seen(box, page.getRotation());
    if (scale(height, width, paper) > scale(width, height, paper)) {
      placed.preConcatenate(new AffineTransform(0, 1, -1, 0, height, 0));
      double upright = width;
      width = height;
      height = upright;
    }
    double scale = scale(width, height, paper);
    placed.preConcatenate(AffineTransform.getScaleInstance(scale, scale));
    placed.preConcatenate(
        AffineTransform.getTranslateInstance(
            (paper.widthPt() - scale * width) / 2, (paper.heightPt() - scale * height) / 2));
    return placed;
  }

  private static double scale(double width, double height, Paper paper) {
    return Math.min(
        (paper.widthPt() - 2 * MARGIN_PT) / width, (paper.heightPt() - 2 * MARGIN_PT) / height);
  }

  /// To a box at the origin, turned clockwise as the page demands (ISO 32000-1 table 30, Rotate).
  private static AffineTransform seen(PDRectangle box, int rotation) {
    double width = box.getWidth();
    double height = box.getHeight();
    AffineTransform seen =
        switch (rotation) {
          case 90 -> new AffineTransform(0, -1, 1, 0, 0, width);
          case 180 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 270 -> new AffineTransform(0, 1, -1, 0, height, 0);
          default -> new AffineTransform();
        };
    seen.translate(-box.getLowerLeftX(), -box.getLowerLeftY());
    return seen;
  }
}
