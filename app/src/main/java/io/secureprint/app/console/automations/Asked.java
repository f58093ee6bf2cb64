// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Draft;
import io.secureprint.agent.automation.Why;

/// What came of the last thing that a person asked for.
sealed interface Asked {
  record Nothing() implements Asked {}

  record Working() implements Asked {}

  /// It is `on` when it counts already.
  record Saved(String id, int version, boolean on) implements Asked {}

  /// Something else stands in the form now; it was `before`, and not saved.
  record Replaced(Draft before) implements Asked {}

  record Switched(String name, boolean on) implements Asked {}

  record PutAway(String name) implements Asked {}

  record TakenOut(String id) implements Asked {}

  /// A run that had failed.
  record GoesOn() implements Asked {}

  record Pressed(Why why) implements Asked {}

  /// It is told beside the fields.
  record Faulty() implements Asked {}

  record Refused(String code) implements Asked {}
}
