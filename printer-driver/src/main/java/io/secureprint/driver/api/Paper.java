// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// A sheet size, named as PWG 5101.1 names it; width and height in points, portrait.
public enum Paper {
  A4("iso_a4_210x297mm", 595.276, 841.890),
  A3("iso_a3_297x420mm", 841.890, 1190.551),
  A5("iso_a5_148x210mm", 419.528, 595.276),
  LETTER("na_letter_8.5x11in", 612, 792),
  LEGAL("na_legal_8.5x14in", 612, 1008);

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
