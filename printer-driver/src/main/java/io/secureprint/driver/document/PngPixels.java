// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Decodes the pixels of a PNG line by line (PNG 3rd edition, 7 to 9), on white paper. Only the pixels
/// that are kept are ever held.
final class PngPixels {
  /// Where the seven passes of Adam7 begin, and their steps, across and down.
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };
  private static final int[][] AT_ONCE = {{0, 0, 1, 1}};

  private final PngHeader header;
  private final PngInk ink;
  private final int step;
  private final BufferedImage image;

  /// Keeps each `step`th pixel of each `step`th line.
  PngPixels(PngHeader header, PngInk ink, int step) {
    this.header = header;
    this.ink = ink;
    this.step = step;
    this.image =
        new BufferedImage(
            (header.width() + step - 1) / step,
            (header.height() + step - 1) / step,
            header.kind().grey() ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
  }

  /// `lines` are unpacked.
  BufferedImage read(InputStream lines) throws IOException {
    DataInputStream in = new DataInputStream(lines);
    for (int[] pass : header.interlaced() ? ADAM7 : AT_ONCE) {
      read(in, pass);
    }
    return image;
  }

  private void read(DataInputStream in, int[] pass) throws IOException {
    int width = (header.width() - pass[0] + pass[2] - 1) / pass[2];
    if (width == 0) {
      return;
    }
    int bytes = (int) (((long) width * header.bitsPerPixel() + 7) / 8);
    byte[] line = new byte[bytes];
    byte[] above = new byte[bytes];
    for (int y = pass[1]; y < header.height(); y += pass[3]) {
      int filter = in.readUnsignedByte();
      in.readFully(line);
      unfilter(filter, line, above);
      if (y % step == 0) {
        draw(line, y, pass, width);
      }
      byte[] used = above;
      above = line;
      line = used;
    }
  }

  private void draw(byte[] line, int y, int[] pass, int width) {
    for (int i = 0; i < width; i++) {
      int x = pass[0] + i * pass[2];
      if (x % step == 0) {
        int rgb = ink.rgb(line, i);
        if (header.kind().grey()) {
          image.getRaster().setSample(x / step, y / step, 0, rgb & 0xFF);
        } else {
          image.setRGB(x / step, y / step, rgb);
        }
      }
    }
  }

  private void unfilter(int filter, byte[] line, byte[] above) throws IOException {
    int back = Math.max(1, header.bitsPerPixel() / Byte.SIZE);
    if (filter > 4) {
      throw new IOException("PNG filter " + filter);
    }
    for (int i = 0; i < line.length && filter > 0; i++) {
      int left = i < back ? 0 : line[i - back] & 0xFF;
      int up = above[i] & 0xFF;
      int corner = i < back ? 0 : above[i - back] & 0xFF;
      int guess =
          switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            default -> paeth(left, up, corner);
          };
      line[i] += (byte) guess;
    }
  }

  private static int paeth(int left, int up, int corner) {
    int guess = left + up - corner;
    int byLeft = Math.abs(guess - left);
    int byUp = Math.abs(guess - up);
    int byCorner = Math.abs(guess - corner);
    if (byLeft <= byUp && byLeft <= byCorner) {
      return left;
    }
    return byUp <= byCorner ? up : corner;
  }
}
