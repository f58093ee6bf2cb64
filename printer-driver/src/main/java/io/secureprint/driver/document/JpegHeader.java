// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import org.apache.pdfbox.io.RandomAccessRead;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What a JPEG says of itself before its pixels (ITU-T T.81 annex B): its size, its components (1
/// grey, 3 colour, 4 CMYK) and which way up it is seen (Exif 2.3, tag 0x0112, 1 to 8).
record JpegHeader(int width, int height, int components, int orientation) {
  private static final int EXIF_SEGMENT = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int ORIENTATION = 0x0112;

  /// @throws IOException if there is no such header
  static JpegHeader read(RandomAccessRead in) throws IOException {
    in.seek(2);
    int orientation = 1;
    while (true) {
      int marker = nextMarker(in);
      byte[] segment = new byte[segmentLength(in)];
      in.readFully(segment);
      ByteBuffer content = ByteBuffer.wrap(segment);
      if (marker == EXIF_SEGMENT && orientation == 1) {
        orientation = orientation(content);
      } else if (startsFrame(marker) && segment.length >= 6) {
        return new JpegHeader(
            content.getShort(3) & 0xFFFF, content.getShort(1) & 0xFFFF, content.get(5), orientation);
      }
    }
  }

  long pixels() {
    return (long) width * height;
  }

  /// Whether width and height change places when it is seen the right way up.
  boolean turned() {
    return orientation >= 5;
  }

  private static int nextMarker(RandomAccessRead in) throws IOException {
    int marker = in.read();
    if (marker != 0xFF) {
      throw new IOException("no JPEG marker");
    }
    while (marker == 0xFF) {
      marker = in.read();
    }
    if (marker <= 0 || marker == START_OF_SCAN || marker == END_OF_IMAGE) {
      throw new IOException("JPEG without a frame");
    }
    return marker;
  }

  private static int segmentLength(RandomAccessRead in) throws IOException {
    int length = in.read() << 8 | in.read();
    if (length < 2) {
      throw new IOException("JPEG segment cut off");
    }
    return length - 2;
  }

  /// SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which share their range.
  private static boolean startsFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static int orientation(ByteBuffer segment) {
    int start = EXIF.length;
    if (segment.limit() < start + 8 || !segment.slice(0, start).equals(ByteBuffer.wrap(EXIF))) {
      return 1;
    }
    ByteBuffer tiff = segment.slice(start, segment.limit() - start);
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff.limit()) {
        return 1;
      }
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
        int value = tiff.getShort(entry + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }
}
