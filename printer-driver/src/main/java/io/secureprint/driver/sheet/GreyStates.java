// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Graphics states for greys. What a press does to each of its inks is left behind: a transfer
/// function for one of them would make colours out of greys.
final class GreyStates {
  private static final List<COSName> KEPT =
      Stream.of(
              "Type", "LW", "LC", "LJ", "ML", "D", "RI", "OP", "op", "OPM", "FL", "SM", "SA", "BM",
              "CA", "ca", "AIS", "TK")
          .map(COSName::getPDFName)
          .toList();
  private static final List<COSName> OF_MASK = List.of(COSName.TYPE, COSName.S, COSName.TR);

  private final GreyCopy copy;
  private final CleanCopy clean;

  GreyStates(GreyCopy copy, CleanCopy clean) {
    this.copy = copy;
    this.clean = clean;
  }

  COSDictionary of(COSDictionary source, PDResources around) throws IOException {
    COSDictionary state = new COSDictionary();
    copy.keep(source, state, KEPT);
    @Nullable COSBase mask = source.getDictionaryObject(COSName.SMASK);
    if (mask instanceof COSDictionary drawn) {
      state.setItem(COSName.SMASK, mask(drawn, around));
    } else if (mask != null) {
      state.setItem(COSName.SMASK, clean.of(mask));
    }
    @Nullable COSArray font = source.getCOSArray(COSName.FONT);
    if (font != null && font.size() == 2 && font.getObject(0) instanceof COSDictionary letters) {
      COSArray grey = new COSArray();
      grey.add(copy.font(letters, around));
      grey.add(font.get(1));
      state.setItem(COSName.FONT, grey);
    }
    return state;
  }

  /// How bright the drawn mask is decides, and stays as it is.
  private COSDictionary mask(COSDictionary source, PDResources around) throws IOException {
    @Nullable COSStream drawn = source.getCOSStream(COSName.G);
    if (drawn == null) {
      throw new IOException("a mask without its drawing");
    }
    COSDictionary mask = new COSDictionary();
    copy.keep(source, mask, OF_MASK);
    mask.setItem(COSName.G, copy.form(drawn, around));
    @Nullable COSArray backdrop = source.getCOSArray(COSName.BC);
    if (backdrop != null) {
      COSArray grey = new COSArray();
      grey.add(new COSFloat(Greys.of(space(drawn, around), backdrop.toFloatArray())));
      mask.setItem(COSName.BC, grey);
    }
    return mask;
  }

  private static PDColorSpace space(COSStream drawn, PDResources around) throws IOException {
    @Nullable COSDictionary group = drawn.getCOSDictionary(COSName.GROUP);
    @Nullable COSBase space = group == null ? null : group.getDictionaryObject(COSName.CS);
    if (space == null) {
      throw new IOException("a backdrop of no space");
    }
    return PDColorSpace.create(space, around);
  }
}
