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

/// A program's patience, from the beginning of its request and for all of its commands together.
public final class Patience {
  /// The HTTP server cuts off an answer that takes half a minute, so that this one comes before.
  static final Duration OF_A_REQUEST = Duration.ofSeconds(20);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final long end;

  private Patience(Duration length) {
    this.end = System.nanoTime() + length.toNanos();
  }

  /// It begins now.
  public static Patience of(Duration length) {
    return new Patience(length);
  }

  /// Waits for the execution to be as it is wanted; false when that takes too long, or when the thread is
  /// to end.
  boolean until(Engine engine, String executionId, Predicate<Execution> wanted) {
    do {
      try {
        long left = Math.max(0, end - System.nanoTime());
        engine.quiet(executionId).get(left, TimeUnit.NANOSECONDS);
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
    } while (end - System.nanoTime() > 0);
    return false;
  }
}
