// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// One printed side of a sheet: which page of which file is on it. A `page` of 0 is a blank back,
/// which costs nothing and only keeps the next copy on a sheet of its own.
public record SheetSide(int file, int page, boolean colour) {
  public static final SheetSide BLANK = new SheetSide(0, 0, false);

  public boolean blank() {
    return page == 0;
  }
}
