// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much a task presses, the least first.
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  URGENT;

  public static Optional<Priority> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// The name on the wire and in tables.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
