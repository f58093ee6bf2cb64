// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

/// What came of the last wish.
sealed interface Asked {
  record Nothing() implements Asked {}

  record Working() implements Asked {}

  record Saved() implements Asked {}

  record Published(int version) implements Asked {}

  /// So many things have to be mended first.
  record Wrong(int faults) implements Asked {}

  /// Whether the open workflow is to be removed, if that may be.
  record Removing(boolean may) implements Asked {}

  /// Written into the file of this name.
  record Written(String file) implements Asked {}

  record Refused(String code) implements Asked {}
}
