// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

/// What came of saving the history into a file.
sealed interface Exported {
  record Nothing() implements Exported {}

  record Working() implements Exported {}

  /// So many rows, into the file of this name.
  record Done(int rows, String file) implements Exported {}

  record Refused(String code) implements Exported {}
}
