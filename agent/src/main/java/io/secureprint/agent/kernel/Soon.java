// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does one thing soon, on a thread of its own and once for many wishes: who wishes may hold locks
/// that the thing itself needs.
public final class Soon implements AutoCloseable {
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

  @Override
  public void close() {
    thread.shutdown();
  }

  private void run() {
    wished.set(false);
    action.run();
  }
}
