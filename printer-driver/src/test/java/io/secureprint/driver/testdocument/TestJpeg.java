// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Photos as phones bring them, and some that lie.
public final class TestJpeg {
  private static final int AFTER_MARKER = 2;

  /// APP14: four components, of which three are to be turned into inks.
  private static final byte[] ADOBE_YCCK = HexFormat.of().parseHex("ffee000e41646f626500640000000002");

  private TestJpeg() {}

  /// A colour photo: red top left, green top right, blue bottom left, yellow bottom right.
  public static byte[] jpeg(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    quarter(graphics, Color.RED, 0, 0, width, height);
    quarter(graphics, Color.GREEN, width / 2, 0, width, height);
    quarter(graphics, Color.BLUE, 0, height / 2, width, height);
    quarter(graphics, Color.YELLOW, width / 2, height / 2, width, height);
    graphics.dispose();
    return written(image);
  }

  /// A photo that does not compress: more than a byte for each two pixels.
  public static byte[] noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(width);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return written(image);
  }

  /// A photo of one component, black to white from left to right.
  public static byte[] grey(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.getRaster().setSample(x, y, 0, 255 * x / width);
      }
    }
    return written(image);
  }

  /// The same picture as four inks, the way presses keep them: in YCCK, with Adobe's mark and its
  /// values upside down.
  public static byte[] ycck(int width, int height) {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean left = x < width / 2;
        Color ink = y < height / 2 ? (left ? Color.RED : Color.GREEN) : (left ? Color.BLUE : Color.YELLOW);
        raster.setPixel(x, y, yccOf(ink));
      }
    }
    byte[] plain = written(new IIOImage(raster, null, null));
    return ByteBuffer.allocate(plain.length + ADOBE_YCCK.length)
        .put(plain, 0, AFTER_MARKER)
        .put(ADOBE_YCCK)
        .put(plain, AFTER_MARKER, plain.length - AFTER_MARKER)
        .array();
  }

  private static int[] yccOf(Color colour) {
    double red = colour.getRed();
    double green = colour.getGreen();
    double blue = colour.getBlue();
    double bright = 0.299 * red + 0.587 * green + 0.114 * blue;
    return new int[] {
      (int) bright, (int) (128 + 0.564 * (blue - bright)), (int) (128 + 0.713 * (red - bright)), 255
    };
  }

  /// The same picture, to be turned when seen (Exif orientation 1 to 8), with a canary in its Exif.
  public static byte[] oriented(int width, int height, int orientation, String canary) {
    byte[] text = canary.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + text.length);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(text);
    byte[] plain = jpeg(width, height);
    return ByteBuffer.allocate(plain.length + 4 + exif.limit())
        .put(plain, 0, AFTER_MARKER)
        .putShort((short) 0xFFE1)
        .putShort((short) (2 + exif.limit()))
        .put(exif.array())
        .put(plain, AFTER_MARKER, plain.length - AFTER_MARKER)
        .array();
  }

  /// A small file whose header says 65,500 × 65,500 pixels.
  public static byte[] lyingSize() {
    byte[] jpeg = jpeg(16, 16);
    for (int at = 0; at < jpeg.length - 9; at++) {
      if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
        ByteBuffer.wrap(jpeg).putShort(at + 5, (short) 65_500).putShort(at + 7, (short) 65_500);
        return jpeg;
      }
    }
    throw new IllegalStateException("no frame header");
  }

  /// It starts like a JPEG and is a page of HTML.
  public static byte[] onlyTheMark() {
    return "\u00FF\u00D8\u00FF\u00E0<html><script>alert(1)</script></html>"
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void quarter(Graphics2D graphics, Color colour, int x, int y, int w, int h) {
    graphics.setColor(colour);
    graphics.fillRect(x, y, w, h);
  }

  private static byte[] written(BufferedImage image) {
    return written(new IIOImage(image, null, null));
  }

  private static byte[] written(IIOImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
