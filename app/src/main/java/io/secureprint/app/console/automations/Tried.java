// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Past;

/// What came of trying an automation out on what is over.
sealed interface Tried {
  record Nothing() implements Tried {}

  record Working() implements Tried {}

  record Done(Past past, int days) implements Tried {}

  /// It is told beside the fields.
  record Faulty() implements Tried {}

  record Refused(String code) implements Tried {}
}
