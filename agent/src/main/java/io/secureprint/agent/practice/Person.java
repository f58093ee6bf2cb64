// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import java.util.Locale;

/// Who comes to the practice shop.
public enum Person {
  ASHA, RAVI, MEENA, IMRAN, LATA, JOHN, FATIMA, SURESH;

  /// What reports call them.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
