// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// Pages `first` to `last`, both included, counted from 1.
public record PageRange(int first, int last) {
  public PageRange {
    if (first < 1 || last < first || last > DocumentFacts.MAX_PAGES) {
      throw new IllegalArgumentException("page range out of order: " + first + "-" + last);
    }
  }
}
