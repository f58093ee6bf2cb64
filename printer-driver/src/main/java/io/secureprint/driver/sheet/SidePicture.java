// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import io.secureprint.driver.document.BoundedRenderer;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.RenderDestination;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws one side of a sheet PDF for the phone.
public final class SidePicture {
  private static final float QUALITY = 0.8f;

  private SidePicture() {}

  /// A JPEG of page `index` (from 0), `widthPx` wide.
  public static byte[] draw(PDDocument sheets, int index, int widthPx) throws IOException {
    // Half a pixel more, since PDFBox cuts fractions off.
    float scale = (widthPx + 0.5f) / sheets.getPage(index).getCropBox().getWidth();
    BufferedImage drawn =
        new BoundedRenderer(sheets)
            .renderImage(index, scale, ImageType.RGB, RenderDestination.PRINT);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(drawn, null, null), how);
    } finally {
      writer.dispose();
    }
    return jpeg.toByteArray();
  }
}
