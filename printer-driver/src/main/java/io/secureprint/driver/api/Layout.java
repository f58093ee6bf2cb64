// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// How pages look on paper: in their own colours or in greys, and 1, 2 or 4 of them on a side.
public record Layout(boolean colour, int perSide, Fit fit) {
  /// Pages as they are, one on a side.
  public static final Layout PLAIN = new Layout(true, 1, Fit.FIT);

  public Layout {
    if (perSide != 1 && perSide != 2 && perSide != 4) {
      throw new IllegalArgumentException("pages on a side: " + perSide);
    }
  }
}
