// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// How large a page becomes on its part of the sheet.
public enum Fit {
  /// As large as fits inside the margin.
  FIT,
  /// As large as it is. Where several pages share a side, none grows beyond its part.
  ACTUAL,
  /// So that nothing inside the margin stays white; what lies beyond is cut off.
  FILL
}
