// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.util.List;

/// One file of the job and which of its pages are wanted, in this order. No range means all pages.
public record FileSelection(int file, List<PageRange> ranges) {
  public static final int MAX_RANGES = 100;

  public FileSelection {
    ranges = List.copyOf(ranges);
    if (file < 1 || file > 65_535) {
      throw new IllegalArgumentException("file out of range: " + file);
    }
    if (ranges.size() > MAX_RANGES) {
      throw new IllegalArgumentException("too many page ranges: " + ranges.size());
    }
  }
}
