// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import io.secureprint.agent.kernel.Ids;

import java.time.Instant;
import java.time.InstantSource;

/// What all connections of one server share.
record Reception(
    Doors doors,
    Presence presence,
    Refusals refusals,
    IntakeSettings settings,
    Ids ids,
    InstantSource clock) {
  Instant now() {
    return clock.instant();
  }
}
