// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts wrong keys: after ten within a minute from one address no further one is answered from there
/// until that minute is over. Thread-safe.
public final class Failures {
  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  /// Of whom more is remembered only by forgetting who failed first.
  private static final int ADDRESSES = 1_024;

  private final InstantSource clock;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  public Failures(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void add(String address) {
    Count before = recent(address);
    counts.remove(address);
    if (counts.size() >= ADDRESSES) {
      counts.remove(counts.keySet().iterator().next());
    }
    counts.put(address, new Count(before.since(), before.wrong() + 1));
  }

  public synchronized boolean tooMany(String address) {
    return recent(address).wrong() >= MOST;
  }

  private Count recent(String address) {
    Instant now = clock.instant();
    Count count = counts.get(address);
    return count == null || now.isAfter(count.since().plus(WINDOW)) ? new Count(now, 0) : count;
  }

  private record Count(Instant since, int wrong) {}
}
