// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

/// What the board says to a wish.
public sealed interface Answer<T> {
  /// It is so now, and on the disk soon.
  record Done<T>(T value) implements Answer<T> {}

  /// Nothing was changed.
  record Refused<T>(Refusal why) implements Answer<T> {}

  static <T> Answer<T> refused(Refusal why) {
    return new Refused<>(why);
  }
}
