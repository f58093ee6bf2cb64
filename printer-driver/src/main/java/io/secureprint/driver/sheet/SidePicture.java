// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.document.BoundedRenderer;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.RenderDestination;

import java.io.IOException;

/// Draws one side of a sheet PDF for the phone.
public final class SidePicture {
  private static final float QUALITY = 0.8f;

  private SidePicture() {}

  /// A JPEG of page `index` (from 0), `widthPx` wide.
  public static byte[] draw(PDDocument sheets, int index, int widthPx) throws IOException {
    // Half a pixel more, since PDFBox cuts fractions off.
    float scale = (widthPx + 0.5f) / sheets.getPage(index).getCropBox().getWidth();
    return JpegBytes.of(
        new BoundedRenderer(sheets)
            .renderImage(index, scale, ImageType.RGB, RenderDestination.PRINT),
        QUALITY);
  }
}
