// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.Fit;
import io.secureprint.driver.api.PageFacts;
import io.secureprint.driver.api.Paper;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// How one side is divided among its pages, as it is seen by who reads it: upright, or turned to
/// landscape where its pages become larger so. Cells follow each other as text does, and all stand
/// the same way up.
///
/// The sheet in the PDF is portrait always, so that no printer has a reason to turn it. What is read
/// turned lies on it turned to the left, and on a back to the right: then who turns the leaf over as
/// the customer chose, like a book or like a pad, finds the back upright.
record SheetGrid(double widthPt, double heightPt, int columns, int rows, int turn) {
  /// 4.2 mm, what office printers cannot print on.
  static final double MARGIN_PT = 12;

  private static final double GAP_PT = 8;

  /// How much larger pages must become for it to count.
  private static final double LARGER = 1 + 1e-6;

  /// The one in which `pages` become largest; where that is undecided the first of them decides.
  static SheetGrid of(Paper paper, int perSide, List<PageFacts> pages, boolean back) {
    SheetGrid upright = of(paper, perSide, 0);
    SheetGrid turned = of(paper, perSide, back ? 270 : 90);
    double gain = turned.used(pages) / upright.used(pages);
    if (gain <= LARGER && gain >= 1 / LARGER) {
      List<PageFacts> first = pages.subList(0, 1);
      gain = turned.used(first) / upright.used(first);
    }
    return gain > LARGER ? turned : upright;
  }

  /// The one that is read after a turn by so many degrees clockwise.
  static SheetGrid of(Paper paper, int perSide, int turn) {
    int along = Math.min(2, perSide);
    int across = perSide / along;
    return turn == 0
        ? new SheetGrid(paper.widthPt(), paper.heightPt(), across, along, turn)
        : new SheetGrid(paper.heightPt(), paper.widthPt(), along, across, turn);
  }

  /// Where page `index` (from 0) of the side goes, in points from the lower left as it is read.
  private Rectangle2D cell(int index) {
    double width = (widthPt - 2 * MARGIN_PT - (columns - 1) * GAP_PT) / columns;
    double height = (heightPt - 2 * MARGIN_PT - (rows - 1) * GAP_PT) / rows;
    int row = index / columns;
    return new Rectangle2D.Double(
        MARGIN_PT + index % columns * (width + GAP_PT),
        heightPt - MARGIN_PT - height - row * (height + GAP_PT),
        width,
        height);
  }

  /// Draws `form`, which shows `page`, as page `index` of the side.
  void draw(Drawing drawing, int index, PDPage page, COSBase form, Fit fit) {
    boolean alone = columns * rows == 1;
    AffineTransform place = Placement.of(page, cell(index), fit, alone);
    place.preConcatenate(toSheet());
    if (fit == Fit.FILL) {
      drawing.draw(form, place, toSheet().createTransformedShape(cell(index)).getBounds2D());
    } else {
      drawing.draw(form, place);
    }
  }

  /// From the side as it is read to the portrait sheet.
  private AffineTransform toSheet() {
    return switch (turn) {
      case 90 -> new AffineTransform(0, 1, -1, 0, heightPt, 0);
      case 270 -> new AffineTransform(0, -1, 1, 0, 0, widthPt);
      default -> new AffineTransform();
    };
  }

  /// The area that `pages` fill, each as large as fits.
  private double used(List<PageFacts> pages) {
    Rectangle2D cell = cell(0);
    double area = 0;
    for (PageFacts page : pages) {
      double scale =
          Math.min(cell.getWidth() / page.widthPt(), cell.getHeight() / page.heightPt());
      area += scale * scale * page.widthPt() * page.heightPt();
    }
    return area;
  }
}
