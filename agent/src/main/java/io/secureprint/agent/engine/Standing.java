// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.time.Instant;
import java.util.Optional;

/// Where an execution stands when it is looked at.
///
/// @param signal the oldest that no handler has seen, or the cancel
/// @param cutOff its step began before: the agent's end cut it off
/// @param now when it is looked at
record Standing(Execution execution, Optional<Journal.Kept> signal, boolean cutOff, Instant now) {

  /// Whether its step begins, or goes on where it was cut off. One that was cut off goes on before the
  /// execution is cancelled: it alone knows what it did to the outside.
  boolean begins() {
    boolean first = execution.position().wakeAt() == null || execution.isDue(now);
    return !execution.position().waiting() && (cutOff || (first && !isCancelled()));
  }

  boolean isCancelled() {
    return signal.filter(kept -> kept.signal().name().equals(Signal.CANCEL)).isPresent();
  }
}
