// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentKind;
import io.secureprint.driver.api.DocumentRefusal;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Turns a PNG into a document of one page. Of the file only its pixels are looked at: the decoder is
/// our own, so that nothing else of it is ever unpacked.
final class PngOpener {
  private static final float QUALITY = 0.92f;

  /// In one direction, as a JPEG's: it bounds a line.
  private static final int MAX_SIDE = 65_535;

  /// What a screen shows is kept exact, and what is grey; larger ones are photos.
  private static final int MAX_EXACT_PIXELS = 4_000_000;

  private static final int MAX_PALETTE = 3 * 256;
  private static final int MAX_TRANSPARENCY = 256;
  private static final int BUFFER = 1 << 16;

  private final Runnable pageStarted;

  PngOpener(Runnable pageStarted) {
    this.pageStarted = pageStarted;
  }

  /// @throws DocumentRefused if it cannot be decoded, or not safely
  SafeDocument open(RandomAccessRead file) {
    pageStarted.run();
    try {
      PngChunks chunks = new PngChunks(file);
      if (!chunks.next().equals("IHDR")) {
        throw new IOException("PNG without a header");
      }
      PngHeader header = PngHeader.of(chunks.content(MAX_TRANSPARENCY));
      if (header.pixels() > BoundedRenderer.MAX_IMAGE_PIXELS
          || Math.max(header.width(), header.height()) > MAX_SIDE
          || file.length() > ImagePage.MAX_BYTES) {
        throw new DocumentRefused(DocumentRefusal.DOCUMENT_TOO_LARGE);
      }
      return document(header, decode(header, chunks));
    } catch (DocumentRefused e) {
      throw e;
    } catch (IOException | RuntimeException _) {
      // The second comes from PDFBox alone, for images that it cannot encode.
      throw new DocumentRefused(DocumentRefusal.DOCUMENT_BROKEN);
    }
  }

  private static BufferedImage decode(PngHeader header, PngChunks chunks) throws IOException {
    byte[] palette = new byte[0];
    byte @Nullable [] transparency = null;
    String type = chunks.next();
    while (!type.equals("IDAT")) {
      switch (type) {
        case "PLTE" -> palette = chunks.content(MAX_PALETTE);
        case "tRNS" -> transparency = chunks.content(MAX_TRANSPARENCY);
        case "IEND" -> throw new IOException("PNG without pixels");
        default -> {} // nothing that is seen
      }
      type = chunks.next();
    }
    int step = ImagePage.step(header.width(), header.height());
    PngPixels pixels = new PngPixels(header, new PngInk(header, palette, transparency), step);
    BufferedImage image = unpacked(chunks, pixels);
    while (!chunks.type().equals("IEND")) {
      chunks.next();
    }
    return image;
  }

  private static BufferedImage unpacked(PngChunks chunks, PngPixels pixels) throws IOException {
    Inflater inflater = new Inflater();
    try (InputStream packed = chunks.joined();
        InputStream lines =
            new BufferedInputStream(new InflaterInputStream(packed, inflater, BUFFER), BUFFER)) {
      BufferedImage image = pixels.read(lines);
      // The sums of the lines and of the last chunk stand behind them.
      lines.skip(1);
      packed.transferTo(OutputStream.nullOutputStream());
      return image;
    } finally {
      inflater.end();
    }
  }

  private static SafeDocument document(PngHeader header, BufferedImage image) throws IOException {
    return ImagePage.of(
        DocumentKind.PNG,
        header.width(),
        header.height(),
        (document, across, up) ->
            new ImagePage.Placed(encoded(document, image), new Matrix(across, 0, 0, up, 0, 0)));
  }

  private static PDImageXObject encoded(PDDocument document, BufferedImage image)
      throws IOException {
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      return grey(document, image);
    }
    return (long) image.getWidth() * image.getHeight() <= MAX_EXACT_PIXELS
        ? LosslessFactory.createFromImage(document, image)
        : JPEGFactory.createFromImage(document, image, QUALITY);
  }

  /// PDFBox would make other greys of them, those of [BufferedImage#getRGB].
  private static PDImageXObject grey(PDDocument document, BufferedImage image) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    } finally {
      deflater.end();
    }
    return new PDImageXObject(
        document,
        new ByteArrayInputStream(packed.toByteArray()),
        COSName.FLATE_DECODE,
        image.getWidth(),
        image.getHeight(),
        Byte.SIZE,
        PDDeviceGray.INSTANCE);
  }
}
