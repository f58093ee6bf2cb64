// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures of screens as phones bring them, and PNGs chunk by chunk, for what no library would write.
public final class TestPng {
  public static final int GREY = 0;
  public static final int RGB = 2;
  public static final int PALETTE = 3;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int MEGABYTE = 1 << 20;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TestPng() {
    out.writeBytes(SIGNATURE);
  }

  /// As the JDK writes it; an interlaced one in seven passes.
  public static byte[] of(BufferedImage image, boolean interlaced) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(png)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (interlaced) {
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return png.toByteArray();
  }

  /// The header of a PNG whose chunks follow.
  public static TestPng begun(int width, int height, int depth, int kind) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    return new TestPng().chunk("IHDR", header.put((byte) depth).put((byte) kind).array());
  }

  public TestPng chunk(String type, byte[] content) {
    return chunk(type, content, 0);
  }

  /// A chunk whose sum is wrong.
  public TestPng damaged(String type, byte[] content) {
    return chunk(type, content, 1);
  }

  /// The pixels, packed into chunks of `size` bytes each.
  public TestPng pixels(byte[] lines, int size) {
    byte[] packed = packed(lines, 1);
    for (int at = 0; at < packed.length; at += size) {
      chunk("IDAT", Arrays.copyOfRange(packed, at, Math.min(packed.length, at + size)));
    }
    return this;
  }

  public byte[] ended() {
    return chunk("IEND", new byte[0]).bytes();
  }

  public byte[] bytes() {
    return out.toByteArray();
  }

  /// A small file that says it is 100,000 × 100,000 pixels large.
  public static byte[] hugeSize() {
    return begun(100_000, 100_000, 8, RGB).pixels(new byte[100], 100).ended();
  }

  /// One line of 60,000,000 pixels.
  public static byte[] endlessLine() {
    return begun(60_000_000, 1, 8, GREY).pixels(new byte[100], 100).ended();
  }

  /// 16 × 16 pixels, and 700 MB behind them in as many kilobytes.
  public static byte[] pixelBomb() {
    return begun(16, 16, 8, GREY).chunk("IDAT", bomb()).ended();
  }

  /// 2 × 2 pixels, and 700 MB packed into a text and a colour profile.
  public static byte[] textBomb() {
    byte[] name = "x\0\0".getBytes(StandardCharsets.US_ASCII);
    byte[] bomb = bomb();
    byte[] named = ByteBuffer.allocate(name.length + bomb.length).put(name).put(bomb).array();
    return begun(2, 2, 8, GREY)
        .chunk("iCCP", named)
        .chunk("zTXt", named)
        .pixels(new byte[6], 100)
        .ended();
  }

  private TestPng chunk(String type, byte[] content, int damage) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    out.writeBytes(
        ByteBuffer.allocate(12 + content.length)
            .putInt(content.length)
            .put(name)
            .put(content)
            .putInt((int) sum.getValue() ^ damage)
            .array());
    return this;
  }

  private static byte[] bomb() {
    return packed(new byte[MEGABYTE], 700);
  }

  private static byte[] packed(byte[] bytes, int times) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater)) {
      for (int i = 0; i < times; i++) {
        stream.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }
}
