// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.SealedStream;

import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

import java.io.IOException;
import java.util.Objects;

/// Lets PDFBox read a [SealedFile] without the file ever being whole in clear.
final class SealedFileRead implements RandomAccessRead {
  private final SealedFile file;
  private long position;
  private boolean closed;

  SealedFileRead(SealedFile file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    checkOpen();
    if (position >= file.size()) {
      return -1;
    }
    byte[] chunk = file.chunk((int) (position / SealedStream.CHUNK));
    return chunk[(int) (position++ % SealedStream.CHUNK)] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    checkOpen();
    if (position >= file.size()) {
      return length == 0 ? 0 : -1;
    }
    int start = (int) (position % SealedStream.CHUNK);
    int most = (int) Math.min(SealedStream.CHUNK - start, file.size() - position);
    int count = Math.min(length, most);
    byte[] chunk = file.chunk((int) (position / SealedStream.CHUNK));
    System.arraycopy(chunk, start, into, offset, count);
    position += count;
    return count;
  }

  @Override
  public long getPosition() throws IOException {
    checkOpen();
    return position;
  }

  @Override
  public void seek(long to) throws IOException {
    checkOpen();
    if (to < 0) {
      throw new IOException("cannot seek to " + to);
    }
    position = Math.min(to, file.size());
  }

  @Override
  public long length() throws IOException {
    checkOpen();
    return file.size();
  }

  @Override
  public boolean isEOF() throws IOException {
    checkOpen();
    return position >= file.size();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public RandomAccessReadView createView(long start, long length) throws IOException {
    checkOpen();
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("the file is closed");
    }
  }
}
