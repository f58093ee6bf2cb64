// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A customer's watch: how long each part of the way took, in the order in which they ended. For one
/// thread.
final class Watch {
  private final InstantSource clock;
  private final List<Took> took = new ArrayList<>();
  private Instant since;

  Watch(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  void begin() {
    since = clock.instant();
  }

  /// What began last, or with the end of the part before, is over.
  void end(Phase phase) {
    Instant now = clock.instant();
    took.add(new Took(phase, Duration.between(since, now)));
    since = now;
  }

  Duration sinceBegin() {
    return Duration.between(since, clock.instant());
  }

  List<Took> took() {
    return List.copyOf(took);
  }

  record Took(Phase phase, Duration time) {}
}
