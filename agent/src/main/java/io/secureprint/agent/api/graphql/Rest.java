// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Execution;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// A program's patience with an execution.
final class Rest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private Rest() {}

  /// Waits for the execution to be as it is wanted; false when that takes too long, or when the thread is
  /// to end.
  static boolean until(Engine engine, String executionId, Predicate<Execution> wanted) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      try {
        engine.quiet(executionId).get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException _) {
        return false;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
      if (engine.find(executionId).filter(wanted).isPresent()) {
        return true;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return false;
  }
}
