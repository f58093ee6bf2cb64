// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// When and where the shop is, and what its console calls itself where nobody has a name.
public record Place(InstantSource clock, ZoneId zone, String actor) {
  Instant now() {
    return clock.instant();
  }
}
