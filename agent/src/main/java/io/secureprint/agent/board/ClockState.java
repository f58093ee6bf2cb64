// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.Lifecycle;

import java.util.Optional;

/// Where the promise for one task stands.
public enum ClockState {
  RUNNING,
  /// The task is blocked; nothing is used up.
  PAUSED,
  /// Most of the time is used up.
  WARNED,
  /// It stopped in time.
  MET,
  /// It did not.
  BREACHED;

  public static final Lifecycle<ClockState> LIFECYCLE =
      Lifecycle.of("sla_clock", ClockState.class, RUNNING)
          .lowerCase()
          .move(RUNNING, PAUSED, WARNED, MET, BREACHED)
          .move(PAUSED, RUNNING, WARNED, MET)
          .move(WARNED, PAUSED, MET, BREACHED)
          .build();

  public static Optional<ClockState> find(String word) {
    return LIFECYCLE.find(word);
  }

  /// The name on the wire and in tables.
  public String word() {
    return LIFECYCLE.word(this);
  }

  /// Time is being used up.
  public boolean ticking() {
    return this == RUNNING || this == WARNED;
  }
}
