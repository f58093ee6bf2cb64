// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.DocumentRefusal;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessInputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;

/// Turns a photo into a document of one page: decoded and encoded anew, so that neither its metadata
/// nor whatever else hides in the file goes further.
final class JpegOpener {
  private static final float QUALITY = 0.92f;

  private final Runnable pageStarted;

  JpegOpener(Runnable pageStarted) {
    this.pageStarted = pageStarted;
  }

  /// @throws DocumentRefused if it cannot be decoded, or not safely
  SafeDocument open(RandomAccessRead file) {
    pageStarted.run();
    try {
      JpegHeader header = JpegHeader.read(file);
      if (header.pixels() > BoundedRenderer.MAX_IMAGE_PIXELS || file.length() > ImagePage.MAX_BYTES) {
        throw new DocumentRefused(DocumentRefusal.DOCUMENT_TOO_LARGE);
      }
      return document(header, decode(header, file));
    } catch (DocumentRefused e) {
      throw e;
    } catch (IOException | RuntimeException _) {
      // ImageIO throws both, of any kind, for images that are broken.
      throw new DocumentRefused(DocumentRefusal.DOCUMENT_BROKEN);
    }
  }

  private static BufferedImage decode(JpegHeader header, RandomAccessRead file) throws IOException {
    file.seek(0);
    int step = ImagePage.step(header.width(), header.height());
    try (PDDocument scratch = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
        InputStream bytes = new RandomAccessInputStream(file)) {
      PDImageXObject image =
          new PDImageXObject(
              scratch,
              bytes,
              COSName.DCT_DECODE,
              header.width(),
              header.height(),
              8,
              colourSpace(header.components()));
      BufferedImage decoded = image.getImage(null, step);
      return header.components() == 1 ? grey(decoded) : decoded;
    }
  }

  private static PDColorSpace colourSpace(int components) throws IOException {
    return switch (components) {
      case 1 -> PDDeviceGray.INSTANCE;
      case 3 -> PDDeviceRGB.INSTANCE;
      case 4 -> PDDeviceCMYK.INSTANCE;
      default -> throw new IOException("no colour space of " + components + " components");
    };
  }

  private static BufferedImage grey(BufferedImage image) {
    BufferedImage grey =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return grey;
  }

  private static SafeDocument document(JpegHeader header, BufferedImage image) throws IOException {
    int width = header.turned() ? header.height() : header.width();
    int height = header.turned() ? header.width() : header.height();
    return ImagePage.of(
        DocumentKind.JPEG,
        width,
        height,
        (document, across, up) ->
            new ImagePage.Placed(
                JPEGFactory.createFromImage(document, image, QUALITY),
                upright(header.orientation(), across, up)));
  }

  /// From the unit square of the stored image to the page, so that it is seen upright.
  private static Matrix upright(int orientation, float width, float height) {
    return switch (orientation) {
      case 2 -> new Matrix(-width, 0, 0, height, width, 0);
      case 3 -> new Matrix(-width, 0, 0, -height, width, height);
      case 4 -> new Matrix(width, 0, 0, -height, 0, height);
      case 5 -> new Matrix(0, -height, -width, 0, width, height);
      case 6 -> new Matrix(0, -height, width, 0, 0, height);
      case 7 -> new Matrix(0, height, width, 0, 0, 0);
      case 8 -> new Matrix(0, height, -width, 0, width, 0);
      default -> new Matrix(width, 0, 0, height, 0, 0);
    };
  }
}
