// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// What one document opens of that which executions know, bounded together with what others open at the
/// same time: in memory it is many times as large as its signs. Closed when the answer is written.
final class Reading implements AutoCloseable {
  /// Signs in one answer.
  static final long MOST = 2 << 20;
  /// Documents that do so at once.
  static final int AT_ONCE = 3;
  private static final int PATIENCE_SECONDS = 5;

  private final Semaphore places;
  private boolean placed;
  private long signs;

  Reading(Semaphore places) {
    this.places = places;
  }

  /// Opens something; not once the answer is as long as it may be.
  @Nullable Object open(Supplier<@Nullable Object> known) {
    if (signs > MOST) {
      throw new Refused("QUERY_WRONG", tooLong());
    }
    if (!placed && !isTurn()) {
      throw new Refused("RATE_EXCEEDED", "others are reading at length; ask again");
    }
    placed = true;
    return known.get();
  }

  /// Counts what is answered; false when it is more than one answer may hold. What one execution knows
  /// can be read by itself, however long it is.
  boolean takes(@Nullable Object answered) {
    boolean first = signs == 0;
    signs += JsonSigns.of(answered, MOST);
    return first || signs <= MOST;
  }

  static String tooLong() {
    return "an answer holds " + MOST + " signs of JSON: ask for less at once";
  }

  private boolean isTurn() {
    try {
      return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    if (placed) {
      places.release();
    }
  }
}
