// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Seals what goes to the phone, in the order in which it goes.
final class Outbox {
  /// About a mebibyte of preview chunks.
  private static final int FULL = 16;
  /// A phone that lets so many control records pile up is not reading.
  private static final int HOPELESS = 512;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final PhoneSocket socket;
  private final NoiseChannel channel;
  private final Duration patience;
  private final ReentrantLock order = new ReentrantLock();
  private boolean ended;

  /// `patience` is how long a preview waits for a phone that does not read.
  Outbox(PhoneSocket socket, NoiseChannel channel, Duration patience) {
    this.socket = socket;
    this.channel = channel;
    this.patience = patience;
  }

  /// False when the phone has stopped reading.
  boolean send(AgentMessage message) {
    byte[] clear = ControlCodec.AGENT.encode(message);
    order.lock();
    try {
      if (ended) {
        return true;
      }
      for (byte[] record : ControlRecords.cut(clear, ControlRecords.MOST_FROM_AGENT)) {
        socket.send(new AgentFrame.Control(channel.seal(record)).bytes());
      }
      return socket.backlog() < HOPELESS;
    } finally {
      order.unlock();
    }
  }

  /// Waits until the network has taken most of what was sent before, and sends. False when it does
  /// not. The library has no signal for a drained queue, so the virtual thread looks again.
  boolean sendPreview(AgentFrame.Preview preview) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (socket.backlog() >= FULL) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    socket.send(preview.bytes());
    return true;
  }

  /// Clears the keys of both directions; what is sent from now on is dropped.
  void end() {
    order.lock();
    try {
      if (!ended) {
        ended = true;
        channel.destroy();
      }
    } finally {
      order.unlock();
    }
  }
}
