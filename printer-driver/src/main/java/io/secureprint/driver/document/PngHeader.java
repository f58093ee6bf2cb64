// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What a PNG says of its pixels before them (PNG 3rd edition, 11.2.1).
record PngHeader(int width, int height, int depth, Kind kind, boolean interlaced) {
  private static final int LENGTH = 13;

  /// @throws IOException if there is no such PNG
  static PngHeader of(byte[] chunk) throws IOException {
    if (chunk.length != LENGTH) {
      throw new IOException("PNG header of " + chunk.length + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(chunk);
    int width = in.getInt();
    int height = in.getInt();
    int depth = in.get();
    Kind kind = Kind.of(in.get());
    int methods = in.getShort(); // of compression and of filtering: there is one of each
    int interlace = in.get();
    boolean possible = width > 0 && height > 0 && kind.has(depth) && methods == 0;
    if (!possible || interlace < 0 || interlace > 1) {
      throw new IOException("no such PNG");
    }
    return new PngHeader(width, height, depth, kind, interlace == 1);
  }

  long pixels() {
    return (long) width * height;
  }

  int bitsPerPixel() {
    return depth * kind.samples;
  }

  /// The colour types of PNG, with how many samples a pixel has and of which depths they may be.
  enum Kind {
    GREY(0, 1, 1 | 2 | 4 | 8 | 16),
    RGB(2, 3, 8 | 16),
    PALETTE(3, 1, 1 | 2 | 4 | 8),
    GREY_ALPHA(4, 2, 8 | 16),
    RGB_ALPHA(6, 4, 8 | 16);

    private final int code;
    private final int samples;
    private final int depths;

    Kind(int code, int samples, int depths) {
      this.code = code;
      this.samples = samples;
      this.depths = depths;
    }

    int samples() {
      return samples;
    }

    boolean grey() {
      return this == GREY || this == GREY_ALPHA;
    }

    private boolean has(int depth) {
      return Integer.bitCount(depth) == 1 && (depths & depth) != 0;
    }

    private static Kind of(int code) throws IOException {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IOException("PNG of colour type " + code);
    }
  }
}
