// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.printers;

/// What came of the last thing that was asked of a printer.
sealed interface Outcome {
  record Nothing() implements Outcome {}

  record Working() implements Outcome {}

  record Done(Wish wish) implements Outcome {}

  record Refused(String code) implements Outcome {}

  /// What people ask of printers.
  enum Wish {
    LOOK, RESUME, TEST_SHEET
  }
}
