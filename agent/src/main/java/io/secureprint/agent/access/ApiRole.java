// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a program may do by its API key (decision 28).
public enum ApiRole {
  /// Looks at everything that programs may see, and changes nothing.
  AUDITOR,
  /// Also makes and moves tasks and plans, and runs workflows of its own.
  INTEGRATOR;

  /// As it stands in tables and on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ApiRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
