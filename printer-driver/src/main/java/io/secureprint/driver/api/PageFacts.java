// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// What is known of one page once it has been opened: its size as it will be seen, rotation
/// applied, in points (1/72 inch, 1 to 14,400), and whether it carries colour.
public record PageFacts(double widthPt, double heightPt, boolean colour) {
  public PageFacts {
    if (!(widthPt >= 1 && widthPt <= 14_400 && heightPt >= 1 && heightPt <= 14_400)) {
      throw new IllegalArgumentException("page size out of range: " + widthPt + " x " + heightPt);
    }
  }
}
