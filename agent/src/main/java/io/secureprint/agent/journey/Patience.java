// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How long paid sheets wait for a printer that does not get on. Each printed side starts the wait
/// anew. Thread-safe.
final class Patience {
  private final Duration hold;
  private final InstantSource clock;
  private int sides;
  private Instant since;

  Patience(Duration hold, InstantSource clock) {
    this.hold = hold;
    this.clock = clock;
    this.since = clock.instant();
  }

  /// Whether it is over, with so many sides printed.
  synchronized boolean over(int printed) {
    Instant now = clock.instant();
    if (printed > sides) {
      sides = printed;
      since = now;
    }
    return now.isAfter(since.plus(hold));
  }
}
