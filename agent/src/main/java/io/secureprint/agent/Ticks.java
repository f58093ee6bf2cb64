// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What the agent does again and again. A tick that fails is not the last one.
final class Ticks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          4, Thread.ofPlatform().daemon().name("agent-tick-", 0).factory());

  /// From now on, with this pause after each.
  void every(Duration pause, Runnable tick) {
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
