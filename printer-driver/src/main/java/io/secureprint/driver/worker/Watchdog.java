// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Supplier;

/// Ends work that takes too long. What is measured is the processor time of the process, garbage
/// collection included: waiting for a chunk, or for a busy PC, costs a document nothing.
///
/// Java cannot stop a thread that is deep inside a decoder, so expiry ends the process.
final class Watchdog {
  private static final long LOOK_EVERY_MS = 50;

  private final WorkLimits limits;
  private final Supplier<Duration> spent;
  private @Nullable Runnable expired;
  private Duration commandEnd = Duration.ZERO;
  private Duration pageEnd = Duration.ZERO;

  /// `spent` is the processor time of this process since its start.
  Watchdog(WorkLimits limits, Supplier<Duration> spent) {
    this.limits = limits;
    this.spent = spent;
  }

  /// Starts to look.
  void watch() {
    Thread.ofPlatform().daemon().name("watchdog").start(this::lookForever);
  }

  /// A command begins; if it takes too long, `whenExpired` runs on another thread.
  synchronized void begin(Runnable whenExpired) {
    Duration now = spent.get();
    commandEnd = now.plus(limits.perCommand());
    pageEnd = now.plus(limits.perPage());
    expired = whenExpired;
    notifyAll();
  }

  synchronized void pageStarted() {
    pageEnd = spent.get().plus(limits.perPage());
  }

  synchronized void end() {
    expired = null;
  }

  /// Looks once.
  void look() {
    @Nullable Runnable due;
    synchronized (this) {
      due = expired != null && over(spent.get()) ? expired : null;
    }
    if (due != null) {
      due.run();
    }
  }

  private boolean over(Duration now) {
    return now.compareTo(commandEnd) > 0 || now.compareTo(pageEnd) > 0;
  }

  private void lookForever() {
    try {
      while (true) {
        awaitWork();
        Thread.sleep(LOOK_EVERY_MS);
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// An idle worker costs no processor time.
  private synchronized void awaitWork() throws InterruptedException {
    while (expired == null) {
      wait();
    }
  }
}
