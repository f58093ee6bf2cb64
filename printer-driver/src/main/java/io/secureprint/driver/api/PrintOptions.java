// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.util.List;

/// What the customer asks to have on paper. Copies (1 to 99), sides and layout are in the sheet PDF
/// itself, so that no filter between us and the paper can change them.
public record PrintOptions(
    List<FileSelection> files, int copies, Sides sides, Paper paper, Layout layout) {
  public static final int MAX_COPIES = 99;
  public static final int MAX_FILES = 30;

  public PrintOptions {
    files = List.copyOf(files);
    if (files.isEmpty() || files.size() > MAX_FILES) {
      throw new IllegalArgumentException("files out of range: " + files.size());
    }
    if (copies < 1 || copies > MAX_COPIES) {
      throw new IllegalArgumentException("copies out of range: " + copies);
    }
  }

  /// Pages as they are, one on a side.
  public PrintOptions(List<FileSelection> files, int copies, Sides sides, Paper paper) {
    this(files, copies, sides, paper, Layout.PLAIN);
  }
}
