// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Counts wrong keys: after ten within a minute nobody is let in until that minute is over.
public final class Failures {
  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final InstantSource clock;
  private Instant since;
  private int count;

  public Failures(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  public synchronized void add() {
    roll();
    count++;
  }

  public synchronized boolean tooMany() {
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
