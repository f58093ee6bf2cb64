// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What the samples of a PNG look like on white paper: its palette, and what is transparent.
final class PngInk {
  private static final int WHITE = 255;

  private final PngHeader header;
  private final byte[] palette;
  private final byte @Nullable [] transparency;

  /// `palette` and `transparency` are the contents of PLTE and tRNS.
  PngInk(PngHeader header, byte[] palette, byte @Nullable [] transparency) throws IOException {
    this.header = header;
    this.palette = palette;
    this.transparency = transparency;
    boolean needed = header.kind() == PngHeader.Kind.PALETTE;
    int wanted =
        switch (header.kind()) {
          case GREY -> 2;
          case RGB -> 6;
          case PALETTE, GREY_ALPHA, RGB_ALPHA -> 0;
        };
    if (palette.length % 3 != 0 || (needed && palette.length == 0)) {
      throw new IOException("PNG palette of " + palette.length + " bytes");
    }
    if (transparency != null && transparency.length < wanted) {
      throw new IOException("PNG transparency of " + transparency.length + " bytes");
    }
  }

  /// Pixel `index` of an unfiltered line, without alpha.
  int rgb(byte[] line, int index) {
    return switch (header.kind()) {
      case GREY -> grey(sample(line, index), transparent(0, sample(line, index)));
      case GREY_ALPHA -> {
        int alpha = eight(sample(line, 2 * index + 1));
        yield mixed(eight(sample(line, 2 * index)), alpha) * 0x010101;
      }
      case RGB -> rgb(line, 3 * index, key(line, 3 * index) ? 0 : WHITE);
      case RGB_ALPHA -> rgb(line, 4 * index, eight(sample(line, 4 * index + 3)));
      case PALETTE -> inPalette(sample(line, index));
    };
  }

  private int grey(int sample, boolean clear) {
    int highest = (1 << header.depth()) - 1;
    return (clear ? WHITE : sample * WHITE / highest) * 0x010101;
  }

  private boolean key(byte[] line, int at) {
    return transparent(0, sample(line, at))
        && transparent(1, sample(line, at + 1))
        && transparent(2, sample(line, at + 2));
  }

  private boolean transparent(int channel, int sample) {
    return transparency != null
        && (ByteBuffer.wrap(transparency).getShort(2 * channel) & 0xFFFF) == sample;
  }

  private int rgb(byte[] line, int at, int alpha) {
    int red = mixed(eight(sample(line, at)), alpha);
    int green = mixed(eight(sample(line, at + 1)), alpha);
    int blue = mixed(eight(sample(line, at + 2)), alpha);
    return (red << 16) | (green << 8) | blue;
  }

  /// What is beyond the palette is black, as in other readers.
  private int inPalette(int entry) {
    if (3 * entry + 2 >= palette.length) {
      return 0;
    }
    byte[] clear = transparency;
    int alpha = clear != null && entry < clear.length ? clear[entry] & 0xFF : WHITE;
    int red = mixed(palette[3 * entry] & 0xFF, alpha);
    int green = mixed(palette[3 * entry + 1] & 0xFF, alpha);
    int blue = mixed(palette[3 * entry + 2] & 0xFF, alpha);
    return (red << 16) | (green << 8) | blue;
  }

  /// Sample `index` of a line, as large as its depth.
  private int sample(byte[] line, int index) {
    int depth = header.depth();
    if (depth == 16) {
      return ((line[2 * index] & 0xFF) << 8) | (line[2 * index + 1] & 0xFF);
    }
    int bit = index * depth;
    return ((line[bit / 8] & 0xFF) >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
  }

  /// Of the depths that have channels beside grey.
  private int eight(int sample) {
    return header.depth() == 16 ? sample >> 8 : sample;
  }

  private static int mixed(int value, int alpha) {
    return (value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
  }
}
