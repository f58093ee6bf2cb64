// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

/// What keeps driver processes from the rest of the PC, for the health view.
public enum Isolation {
  /// Own namespaces by bubblewrap: no network for documents, no file but the program's own.
  SANDBOXED,
  /// An ordinary child process with hardened flags.
  PLAIN
}
