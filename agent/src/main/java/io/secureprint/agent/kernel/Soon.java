// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does one thing soon, on a thread of its own and once for many wishes: who wishes may hold locks
/// that the thing itself needs.
public final class Soon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Soon.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Runnable action;
  private final AtomicBoolean wished = new AtomicBoolean();
  private final ExecutorService thread;

  public Soon(String name, Runnable action) {
    this.action = action;
    this.thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
  }

  public void wish() {
    if (wished.compareAndSet(false, true)) {
      try {
        thread.execute(this::run);
      } catch (RejectedExecutionException _) {
        // Closed: nobody looks any more.
        wished.set(false);
      }
    }
  }

  /// Waits a moment for what is being done, since what it needs is closed after this.
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("something is still being done after {}", PATIENCE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    wished.set(false);
    action.run();
  }
}
