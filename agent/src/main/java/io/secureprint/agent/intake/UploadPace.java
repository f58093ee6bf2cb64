// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// Whether a phone keeps the least upload rate while a file of its is being received. The measure
/// starts again whenever the phone had nothing to send or no credit to send it with. Thread-safe.
final class UploadPace {
  private final Duration over;
  private final long least;
  private final Set<Integer> receiving = new HashSet<>();
  private Instant since = Instant.MIN;
  private long bytes;

  /// At least `bytesPerSecond` on average over each `over`.
  UploadPace(Duration over, int bytesPerSecond) {
    this.over = over;
    this.least = over.toMillis() * bytesPerSecond / 1_000;
  }

  synchronized void opened(int fid, Instant now) {
    if (receiving.isEmpty()) {
      restart(now);
    }
    receiving.add(fid);
  }

  synchronized void closed(int fid) {
    receiving.remove(fid);
  }

  synchronized void received(int count) {
    bytes += count;
  }

  /// The agent kept the phone waiting.
  synchronized void restart(Instant now) {
    since = now;
    bytes = 0;
  }

  synchronized boolean tooSlow(Instant now) {
    if (receiving.isEmpty() || now.isBefore(since.plus(over))) {
      return false;
    }
    boolean slow = bytes < least;
    restart(now);
    return slow;
  }
}
