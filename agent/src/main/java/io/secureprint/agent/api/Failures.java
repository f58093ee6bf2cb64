// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Counts wrong keys: after ten within a minute nobody is let in until that minute is over.
final class Failures {
  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final InstantSource clock;
  private Instant since;
  private int count;

  Failures(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  synchronized void add() {
    roll();
    count++;
  }

  synchronized boolean tooMany() {
    roll();
    return count >= MOST;
  }

  private void roll() {
    Instant now = clock.instant();
    if (now.isAfter(since.plus(WINDOW))) {
      since = now;
      count = 0;
    }
  }
}
