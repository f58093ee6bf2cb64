// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

/// What came of saving.
sealed interface Outcome {
  record Nothing() implements Outcome {}

  record Working() implements Outcome {}

  record Saved() implements Outcome {}

  /// It is told beside the fields.
  record Wrong() implements Outcome {}

  /// `about` is a setting that has no field here, or empty.
  record Refused(String code, String about) implements Outcome {}
}
