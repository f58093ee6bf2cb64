// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A shading in greys: along an axis or between circles, the colours on the way are measured and
/// tabled. Others are not rewritten.
final class GreyShading {
  private static final int SAMPLES = 1_024;

  private static final List<COSName> KEPT =
      List.of(
          COSName.SHADING_TYPE, COSName.BBOX, COSName.ANTI_ALIAS, COSName.COORDS, COSName.DOMAIN,
          COSName.EXTEND);

  private final PDShading shading;
  private final PDColorSpace space;

  private GreyShading(PDShading shading) throws IOException {
    this.shading = shading;
    this.space = shading.getColorSpace();
  }

  /// @throws IOException if it is one that is not rewritten
  static COSBase of(COSDictionary source, CleanCopy clean) throws IOException {
    PDShading shading = PDShading.create(source);
    int type = shading.getShadingType();
    if (type != PDShading.SHADING_TYPE2 && type != PDShading.SHADING_TYPE3) {
      throw new IOException("a shading of type " + type);
    }
    COSDictionary copy = new COSDictionary();
    for (COSName key : KEPT) {
      @Nullable COSBase value = clean.of(source.getItem(key));
      if (value != null) {
        copy.setItem(key, value);
      }
    }
    return new GreyShading(shading).colours(copy);
  }

  private COSDictionary colours(COSDictionary copy) throws IOException {
    copy.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
    @Nullable COSArray background = shading.getBackground();
    if (background != null) {
      copy.setItem(COSName.BACKGROUND, numbers(Greys.of(space, background.toFloatArray())));
    }
    @Nullable COSArray domain = copy.getCOSArray(COSName.DOMAIN);
    float[] range = domain == null ? new float[] {0, 1} : domain.toFloatArray();
    COSStream table = new COSStream();
    table.setInt(COSName.FUNCTION_TYPE, 0);
    table.setItem(COSName.DOMAIN, numbers(range[0], range[1]));
    table.setItem(COSName.RANGE, numbers(0, 1));
    table.setItem(COSName.SIZE, COSArray.ofCOSIntegers(List.of(SAMPLES)));
    table.setInt(COSName.BITS_PER_SAMPLE, Byte.SIZE);
    try (OutputStream out = table.createOutputStream(COSName.FLATE_DECODE)) {
      for (int sample = 0; sample < SAMPLES; sample++) {
        float at = range[0] + sample * (range[1] - range[0]) / (SAMPLES - 1);
        out.write(Math.round(255 * Greys.of(space, shading.evalFunction(at))));
      }
    }
    copy.setItem(COSName.FUNCTION, table);
    return copy;
  }

  private static COSArray numbers(float... numbers) {
    COSArray array = new COSArray();
    for (float number : numbers) {
      array.add(new COSFloat(number));
    }
    return array;
  }
}
