// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import org.apache.pdfbox.io.RandomAccessRead;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Reads the chunks of a PNG one after the other and checks the sum of each that counts. Texts,
/// profiles and whatever else may be packed into the others is passed over unread.
final class PngChunks {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;

  private final RandomAccessRead in;
  private final CRC32 sum = new CRC32();
  private String type = "";
  private int left;

  /// @throws IOException if it is no PNG
  PngChunks(RandomAccessRead in) throws IOException {
    this.in = in;
    in.seek(0);
    byte[] signature = new byte[Long.BYTES];
    in.readFully(signature);
    if (ByteBuffer.wrap(signature).getLong() != SIGNATURE) {
      throw new IOException("no PNG");
    }
  }

  /// Of the chunk that is being read.
  String type() {
    return type;
  }

  /// Goes to the next chunk, whatever is left of this one, and says its type.
  String next() throws IOException {
    if (left > 0) {
      in.seek(in.getPosition() + left + Integer.BYTES);
    }
    byte[] head = new byte[2 * Integer.BYTES];
    in.readFully(head);
    left = ByteBuffer.wrap(head).getInt();
    if (left < 0 || left > in.length() - in.getPosition() - Integer.BYTES) {
      throw new IOException("PNG chunk longer than its file");
    }
    type = new String(head, Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1);
    sum.reset();
    sum.update(head, Integer.BYTES, Integer.BYTES);
    if (left == 0) {
      check();
    }
    return type;
  }

  /// All of this chunk, which has at most `most` bytes.
  byte[] content(int most) throws IOException {
    if (left > most) {
      throw new IOException("PNG chunk " + type + " of " + left + " bytes");
    }
    byte[] content = new byte[left];
    int at = 0;
    while (at < content.length) {
      at += read(content, at, content.length - at);
    }
    return content;
  }

  /// This chunk and those of the same type that follow it, as one.
  InputStream joined() {
    return new Joined(type);
  }

  private int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, Math.min(length, left));
    if (count <= 0) {
      throw new IOException("PNG cut off");
    }
    sum.update(into, offset, count);
    left -= count;
    if (left == 0) {
      check();
    }
    return count;
  }

  private void check() throws IOException {
    byte[] stored = new byte[Integer.BYTES];
    in.readFully(stored);
    if (ByteBuffer.wrap(stored).getInt() != (int) sum.getValue()) {
      throw new IOException("PNG chunk " + type + " is damaged");
    }
  }

  private final class Joined extends InputStream {
    private final String wanted;

    Joined(String wanted) {
      this.wanted = wanted;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      while (left == 0 && type.equals(wanted)) {
        next();
      }
      return type.equals(wanted) ? PngChunks.this.read(into, offset, length) : -1;
    }
  }
}
