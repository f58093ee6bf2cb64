// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import io.secureprint.agent.kernel.Lifecycle;

/// The life of a session (`security.md` 3.5). DESTROYING is reached from everywhere: destroying
/// documents is always allowed.
public enum SessionState {
  /// A ticket on the kiosk that nobody has scanned.
  OPEN,
  /// A phone owns it: files come, options are chosen.
  CLAIMED,
  /// A payment is awaited; the clocks stand still.
  AWAITING,
  PAID,
  PRINTING,
  PRINTED,
  DESTROYING,
  DESTROYED,
  /// A step of the destruction failed. The keys are gone already.
  QUARANTINE;

  public static final Lifecycle<SessionState> LIFECYCLE =
      Lifecycle.of("session", SessionState.class, OPEN)
          .move(OPEN, CLAIMED, DESTROYING)
          .move(CLAIMED, AWAITING, DESTROYING)
          .move(AWAITING, CLAIMED, PAID, DESTROYING)
          .move(PAID, PRINTING, DESTROYING)
          .move(PRINTING, PRINTED, DESTROYING)
          .move(PRINTED, DESTROYING)
          .move(DESTROYING, DESTROYED, QUARANTINE)
          .move(QUARANTINE, DESTROYING)
          .build();

  /// Whether idle, disconnect and whole-life clocks run (decision 1).
  public boolean clocksRun() {
    return this == OPEN || this == CLAIMED;
  }

  public boolean live() {
    return compareTo(DESTROYING) < 0;
  }
}
