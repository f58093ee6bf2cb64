// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Work that may wait for a disk or a lock: done off the screen's thread, its outcome told on it.
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor work;
  private final Executor screen;

  public Background(Executor work, Executor screen) {
    this.work = work;
    this.screen = screen;
  }

  /// Exactly one of `done` and `failed` follows, unless the process ends first.
  public <T> void run(Supplier<T> task, Consumer<? super T> done, Runnable failed) {
    work.execute(() -> attempt(task, done, failed));
  }

  /// Whatever the task throws ends as a failed screen, since the window must live on.
  private <T> void attempt(Supplier<T> task, Consumer<? super T> done, Runnable failed) {
    T outcome;
    try {
      outcome = task.get();
    } catch (RuntimeException e) {
      LOG.error("a screen's work failed", e);
      screen.execute(failed);
      return;
    }
    screen.execute(() -> done.accept(outcome));
  }
}
