// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Fonts for greys. Only those of type 3 have colours of their own: their letters are content streams.
final class GreyFonts {
  private static final List<COSName> KEPT =
      List.of(
          COSName.TYPE, COSName.SUBTYPE, COSName.FONT_BBOX, COSName.FONT_MATRIX, COSName.ENCODING,
          COSName.FIRST_CHAR, COSName.LAST_CHAR, COSName.WIDTHS, COSName.TO_UNICODE);

  private final GreyCopy copy;
  private final CleanCopy clean;

  GreyFonts(GreyCopy copy, CleanCopy clean) {
    this.copy = copy;
    this.clean = clean;
  }

  COSBase of(COSDictionary font, PDResources around) throws IOException {
    return COSName.TYPE3.equals(font.getCOSName(COSName.SUBTYPE))
        ? drawn(font, around)
        : clean.dictionary(font);
  }

  private COSDictionary drawn(COSDictionary source, PDResources around) throws IOException {
    PDType3Font font = new PDType3Font(source);
    PDResources own = font.getResources();
    GreyResources resources = new GreyResources(own == null ? around : own, copy);
    COSDictionary letters = new COSDictionary();
    @Nullable COSDictionary all = source.getCOSDictionary(COSName.CHAR_PROCS);
    for (Map.Entry<COSName, COSBase> entry : all == null ? Map.<COSName, COSBase>of().entrySet() : all.entrySet()) {
      @Nullable COSStream letter = all.getCOSStream(entry.getKey());
      if (letter != null) {
        letters.setItem(entry.getKey(), letter(font, letter, resources));
      }
    }
    COSDictionary grey = new COSDictionary();
    copy.keep(source, grey, KEPT);
    grey.setItem(COSName.CHAR_PROCS, letters);
    grey.setItem(COSName.RESOURCES, resources.target());
    return grey;
  }

  private COSStream letter(PDType3Font font, COSStream source, GreyResources resources)
      throws IOException {
    if (source.containsKey(COSName.RESOURCES)) {
      throw new IOException("a letter with resources of its own");
    }
    COSStream letter = copy.stream(new PDType3CharProc(font, source), resources, true);
    letter.removeItem(COSName.RESOURCES);
    return letter;
  }
}
