// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

/// Ink or toner as the printer tells of it: its own name for it, and how much is left in percent.
public record Supply(String name, int percent) {
  public Supply {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("not a share in percent: " + percent);
    }
  }
}
