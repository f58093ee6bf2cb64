// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// Page `page`, counted from 1, of a file.
public record PlacedPage(int file, int page) {
  public PlacedPage {
    if (file < 1 || page < 1) {
      throw new IllegalArgumentException("no page " + page + " of file " + file);
    }
  }
}
