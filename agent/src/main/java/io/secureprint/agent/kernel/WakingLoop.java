// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A thread that does the same work whenever it is woken, and also when the pause is over that the work
/// itself asked for. It goes on whatever fails, until it is closed.
public final class WakingLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WakingLoop.class);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final Duration LAST_WORD = Duration.ofSeconds(5);

  private final Supplier<Duration> work;
  private final Semaphore wishes = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /// Works from [#start] on. `work` returns how long it may rest unless it is woken.
  public WakingLoop(String name, Supplier<Duration> work) {
    this.work = work;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::loop);
  }

  /// The first round begins at once.
  public void start() {
    thread.start();
  }

  /// There may be something new. Never blocks.
  public void wake() {
    wishes.release();
  }

  private void loop() {
    while (!closed) {
      Duration rest = AFTER_TROUBLE;
      try {
        rest = work.get();
      } catch (RuntimeException | Error e) {
        LOG.error("a round failed, the next one follows", e);
      }
      await(rest);
    }
  }

  private void await(Duration rest) {
    try {
      if (!closed && wishes.tryAcquire(rest.toMillis() + 1, TimeUnit.MILLISECONDS)) {
        wishes.drainPermits();
      }
    } catch (InterruptedException _) {
      closed = true;
    }
  }

  /// Lets it finish what it has in hand.
  @Override
  public void close() {
    closed = true;
    wake();
    try {
      if (thread.getState() != Thread.State.NEW && !thread.join(LAST_WORD)) {
        LOG.warn("{} does not come to an end", thread.getName());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
