// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What has happened at the door and is worth a look, by its code: it passes by itself. Thread-safe.
final class Alerts {
  private static final Duration LASTS = Duration.ofMinutes(2);

  private final Map<String, Instant> last = new ConcurrentHashMap<>();
  private final InstantSource clock;

  Alerts(InstantSource clock) {
    this.clock = clock;
  }

  /// It is to be seen until the agent is started again.
  void keep(String code) {
    last.put(code, Instant.MAX);
  }

  void raise(String code) {
    last.put(code, clock.instant());
  }

  /// The codes of what happened lately.
  Set<String> codes() {
    Instant since = clock.instant().minus(LASTS);
    last.values().removeIf(since::isAfter);
    return Set.copyOf(last.keySet());
  }
}
