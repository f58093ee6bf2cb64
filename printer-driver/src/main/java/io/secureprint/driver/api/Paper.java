// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// A sheet size, named as PWG 5101.1 names it; width and height in points, portrait.
public enum Paper {
  A4("iso_a4_210x297mm", 595.276, 841.890);

  private final String media;
  private final double widthPt;
  private final double heightPt;

  Paper(String media, double widthPt, double heightPt) {
    this.media = media;
    this.widthPt = widthPt;
    this.heightPt = heightPt;
  }

  /// The IPP `media` keyword.
  public String media() {
    return media;
  }

  public double widthPt() {
    return widthPt;
  }

  public double heightPt() {
    return heightPt;
  }
}
