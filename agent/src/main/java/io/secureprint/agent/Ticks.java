// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What the agent does again and again. A tick that fails is not the last one, and one that does not
/// come back holds up no other.
final class Ticks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);

  private static final int MOST = 16;

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          MOST, Thread.ofPlatform().daemon().name("agent-tick-", 0).factory());
  private int ticks;

  /// From now on, with this pause after each.
  void every(Duration pause, Runnable tick) {
    if (++ticks > MOST) {
      throw new IllegalStateException("each tick has a thread of its own");
    }
    var _ =
        threads.scheduleWithFixedDelay(
            () -> guarded(tick), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Gives what ticks just now a moment: the rooms that it looks at close next.
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      var _ = threads.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void guarded(Runnable tick) {
    try {
      tick.run();
    } catch (RuntimeException e) {
      if (threads.isShutdown()) {
        LOG.debug("a tick was cut short", e);
      } else {
        LOG.error("a tick failed", e);
      }
    }
  }
}
