// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.time.Duration;

/// How often a step that failed for a passing reason is tried again: `maxRetries` (0 to 100) times,
/// the pause doubling from `initialDelay` up to `cap`, each pause up to a fifth longer at random.
public record RetryPolicy(int maxRetries, Duration initialDelay, Duration cap) {
  public static final RetryPolicy NONE = new RetryPolicy(0, Duration.ZERO, Duration.ZERO);

  public RetryPolicy {
    if (maxRetries < 0 || maxRetries > 100 || initialDelay.isNegative()) {
      throw new IllegalArgumentException("retry policy out of range: " + maxRetries);
    }
  }

  /// The pause after failed attempt `attempt` (from 1); `spread` is from 0 to 99.
  public Duration pause(int attempt, int spread) {
    long doubled = initialDelay.toMillis() << Math.min(attempt - 1, 20);
    long millis = Math.min(doubled, cap.toMillis());
    return Duration.ofMillis(millis + millis * spread / 500);
  }
}
