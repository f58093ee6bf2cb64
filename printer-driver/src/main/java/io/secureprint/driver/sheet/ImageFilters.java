// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Set;

/// What the last filter of an image tells of it before it is decoded: a `photo` is a JPEG, `jpx` one
/// of JPEG 2000; `bits` is for each component.
record ImageFilters(boolean photo, boolean jpx, int bits) {
  private static final Set<COSName> PHOTO = Set.of(COSName.DCT_DECODE, COSName.DCT_DECODE_ABBREVIATION);
  private static final Set<COSName> ONE_BIT =
      Set.of(
          COSName.CCITTFAX_DECODE, COSName.CCITTFAX_DECODE_ABBREVIATION, COSName.JBIG2_DECODE);

  static boolean photo(COSStream image) {
    return last(image) instanceof COSName name && PHOTO.contains(name);
  }

  /// @throws IOException if nothing tells how many bits there are
  static ImageFilters of(COSStream image) throws IOException {
    @Nullable COSBase last = last(image);
    if (photo(image)) {
      return new ImageFilters(true, false, Byte.SIZE);
    }
    if (last instanceof COSName name && ONE_BIT.contains(name)) {
      return new ImageFilters(false, false, 1);
    }
    boolean jpx = COSName.JPX_DECODE.equals(last);
    int bits = image.getInt(COSName.BITS_PER_COMPONENT);
    if (!jpx && bits < 1) {
      throw new IOException("an image without its number of bits");
    }
    return new ImageFilters(false, jpx, bits);
  }

  private static @Nullable COSBase last(COSStream image) {
    @Nullable COSBase filters = image.getFilters();
    return filters instanceof COSArray all && all.size() > 0
        ? all.getObject(all.size() - 1)
        : filters;
  }
}
