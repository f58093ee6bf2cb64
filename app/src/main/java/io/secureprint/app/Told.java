// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

/// What a command tells whoever typed it.
final class Told {
  private Told() {}

  /// Answers the status with which the command ends.
  static int say(int status, String words) {
    System.err.println(words);
    return status;
  }
}
