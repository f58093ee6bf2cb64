// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.export;

/// What came of saving into a file.
public sealed interface Exported {
  record Nothing() implements Exported {}

  record Working() implements Exported {}

  /// So many rows, into the file of this name.
  record Done(int rows, String file) implements Exported {}

  record Refused(String code) implements Exported {}
}
