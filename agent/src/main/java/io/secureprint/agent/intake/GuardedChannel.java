// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/// A socket that may send only so much before its HTTP request is accepted: the library would
/// buffer and parse a header without end. Gives its place in the quota back when it closes.
final class GuardedChannel implements ByteChannel {
  static final int MOST_REQUEST_BYTES = 8 << 10;

  private final SocketChannel channel;
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean accepted;
  private int requestBytes;

  GuardedChannel(SocketChannel channel, Runnable onClose) {
    this.channel = channel;
    this.onClose = onClose;
  }

  /// The request is accepted: frames follow, which have their own limit.
  void accepted() {
    accepted = true;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = channel.read(target);
    if (!accepted && count > 0) {
      requestBytes += count;
      if (requestBytes > MOST_REQUEST_BYTES) {
        throw new IOException("request longer than " + MOST_REQUEST_BYTES + " bytes");
      }
    }
    return count;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return channel.write(source);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      onClose.run();
    }
    channel.close();
  }
}
