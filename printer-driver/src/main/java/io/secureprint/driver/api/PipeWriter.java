// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Writes the messages of one direction. Safe for several threads; a message is flushed before
/// `send` returns.
public final class PipeWriter<T> {
  private final PipeFrames<T> frames;
  private final OutputStream out;

  /// `direction` is the sealed type whose messages go out.
  public PipeWriter(Class<T> direction, OutputStream out) {
    this.frames = new PipeFrames<>(direction);
    this.out = out;
  }

  /// Sends one message.
  ///
  /// @throws IOException if the other process is gone
  /// @throws IllegalArgumentException if the message does not fit into a frame
  public synchronized void send(T message) throws IOException {
    byte[] frame = frames.encode(message);
    try {
      out.write(frame);
      out.flush();
    } finally {
      Arrays.fill(frame, (byte) 0);
    }
  }
}
