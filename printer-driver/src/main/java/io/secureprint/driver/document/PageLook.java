// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import org.apache.pdfbox.cos.COSStream;

import java.util.Map;

/// What one drawing of a page showed: whether there is colour on it, the images of several colour
/// components and how many those are, and whether there is an image that cannot be decoded here, or
/// one that cannot and may have colour.
public record PageLook(
    boolean colour, Map<COSStream, Integer> colourImages, boolean undrawn, boolean undrawnColour) {
  public PageLook {
    colourImages = Map.copyOf(colourImages);
  }
}
