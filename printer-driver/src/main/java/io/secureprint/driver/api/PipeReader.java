// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads the messages of one direction, in order. For one thread at a time.
public final class PipeReader<T> {
  private final PipeFrames<T> frames;
  private final DataInputStream in;

  /// `direction` is the sealed type whose messages come in.
  public PipeReader(Class<T> direction, InputStream in) {
    this.frames = new PipeFrames<>(direction);
    this.in = new DataInputStream(in);
  }

  /// Waits for the next message.
  ///
  /// @throws IOException if the pipe itself fails
  public PipeRead<T> next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return new PipeRead.Ended<>();
    }
    try {
      int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
      if (length < 0 || length > PipeFrames.MAX_FRAME) {
        return new PipeRead.Broken<>(PipeRead.Fault.TOO_LONG);
      }
      byte[] content = new byte[length];
      in.readFully(content);
      PipeRead<T> read = frames.decode(content);
      Arrays.fill(content, (byte) 0);
      return read;
    } catch (EOFException _) {
      return new PipeRead.Broken<>(PipeRead.Fault.TRUNCATED);
    }
  }
}
