// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which connection speaks for which session, and how often that session's phones broke the
/// protocol lately. Thread-safe.
final class Presence {
  static final Duration WATCH = Duration.ofMinutes(1);
  static final int BEARABLE = 2;

  private final Map<Sid, PhoneConnection> present = new HashMap<>();
  private final Map<Sid, Deque<Instant>> violations = new HashMap<>();

  /// The connection speaks for the session from now on; the one that did so before is returned.
  synchronized Optional<PhoneConnection> takeOver(Sid sid, PhoneConnection connection) {
    return Optional.ofNullable(present.put(sid, connection));
  }

  /// Leaves the place to a later connection, if one has taken it.
  synchronized void leave(Sid sid, PhoneConnection connection) {
    present.remove(sid, connection);
  }

  /// Counts a violation; true from the third within a minute.
  synchronized boolean repeated(Sid sid, Instant now) {
    violations.values().forEach(times -> forgetOld(times, now));
    violations.values().removeIf(Deque::isEmpty);
    Deque<Instant> times = violations.computeIfAbsent(sid, _ -> new ArrayDeque<>());
    times.add(now);
    return times.size() > BEARABLE;
  }

  private static void forgetOld(Deque<Instant> times, Instant now) {
    @Nullable Instant oldest = times.peek();
    while (oldest != null && oldest.isBefore(now.minus(WATCH))) {
      times.remove();
      oldest = times.peek();
    }
  }
}
