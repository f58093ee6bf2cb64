// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.api.DocumentRefusal;
import io.secureprint.driver.document.BoundedRenderer;
import io.secureprint.driver.document.DocumentRefused;
import io.secureprint.driver.document.SafeDocument;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.RenderDestination;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// Brings pages of one document onto sheets in greys (decision 22): rewritten, so that text stays
/// text; and as a picture where a page holds what cannot be rewritten safely.
final class GreyImport implements PageSource {
  private static final double POINTS_PER_INCH = 72;
  private static final double MOST_DPI = 300;

  private final PDDocument sheets;
  private final SafeDocument document;
  private final GreyCopy copy;
  private final Runnable pageStarted;

  GreyImport(PDDocument sheets, SafeDocument document, CleanCopy clean, Runnable pageStarted) {
    this.sheets = sheets;
    this.document = document;
    this.copy = new GreyCopy(sheets, clean, new GreyPictures(clean, pageStarted));
    this.pageStarted = pageStarted;
  }

  @Override
  public COSStream form(PDPage page, int number) throws IOException {
    try {
      return rewritten(page);
    } catch (DocumentRefused e) {
      throw e;
    } catch (IOException | RuntimeException _) {
      // PDFBox throws both, of any kind, for what it does not understand.
      return pictured(page, number);
    }
  }

  private COSStream rewritten(PDPage page) throws IOException {
    FlatPage flat = new FlatPage(page);
    flat.content(copy.page(page));
    flat.appearances(look -> copy.form(look.getCOSObject(), page.getResources()));
    return flat.form(sheets);
  }

  private COSStream pictured(PDPage page, int number) throws IOException {
    if (document.looks().get(number - 1).undrawn()) {
      throw new DocumentRefused(DocumentRefusal.GREYSCALE_IMPOSSIBLE);
    }
    double width = document.facts().pages().get(number - 1).widthPt();
    double height = document.facts().pages().get(number - 1).heightPt();
    double scale =
        Math.min(
            MOST_DPI / POINTS_PER_INCH, Math.sqrt(GreyPictures.MAX_PIXELS / (width * height)));
    int across = (int) Math.max(1, scale * width);
    int up = (int) Math.max(1, scale * height);
    COSStream image =
        new GreyStream(across, up, true, pageStarted, () -> drawn(page, number - 1, across, up));
    FlatPage flat = new FlatPage(page);
    flat.picture(image);
    return flat.form(sheets);
  }

  private BufferedImage drawn(PDPage page, int index, int width, int height) throws IOException {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    try {
      graphics.setBackground(Color.WHITE);
      graphics.clearRect(0, 0, width, height);
      boolean turned = page.getRotation() % 180 != 0;
      double across = turned ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
      double up = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
      new BoundedRenderer(document.pdf())
          .renderPageToGraphics(
              index,
              graphics,
              (float) (width / across),
              (float) (height / up),
              RenderDestination.PRINT);
    } finally {
      graphics.dispose();
    }
    return GreyPictures.grey(drawn, 0);
  }
}
