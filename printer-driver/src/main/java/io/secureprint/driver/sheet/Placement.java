// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.Fit;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/// Where a page lies in its cell of the sheet: in the middle, as large as was chosen.
final class Placement {
  private Placement() {}

  /// From the user space of `page` to that of the side. Alone on its side, a page at its actual size
  /// may reach beyond its cell.
  static AffineTransform of(PDPage page, Rectangle2D cell, Fit fit, boolean alone) {
    PDRectangle box = page.getCropBox();
    boolean turned = page.getRotation() % 180 != 0;
    double width = turned ? box.getHeight() : box.getWidth();
    double height = turned ? box.getWidth() : box.getHeight();
    double across = cell.getWidth() / width;
    double up = cell.getHeight() / height;
    double fits = Math.min(across, up);
    double scale =
        switch (fit) {
          case FIT -> fits;
          case ACTUAL -> alone ? page.getUserUnit() : Math.min(fits, page.getUserUnit());
          case FILL -> Math.max(across, up);
        };
    AffineTransform placed = seen(page);
    placed.preConcatenate(AffineTransform.getScaleInstance(scale, scale));
    placed.preConcatenate(
        AffineTransform.getTranslateInstance(
            cell.getCenterX() - scale * width / 2, cell.getCenterY() - scale * height / 2));
    return placed;
  }

  /// To a box at the origin, turned clockwise as the page demands (ISO 32000-1 table 30, Rotate).
  static AffineTransform seen(PDPage page) {
    PDRectangle box = page.getCropBox();
    double width = box.getWidth();
    double height = box.getHeight();
    AffineTransform seen =
        switch (page.getRotation()) {
          case 90 -> new AffineTransform(0, -1, 1, 0, 0, width);
          case 180 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 270 -> new AffineTransform(0, 1, -1, 0, height, 0);
          default -> new AffineTransform();
        };
    seen.translate(-box.getLowerLeftX(), -box.getLowerLeftY());
    return seen;
  }
}
