// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.List;

/// Images in greys. What has one component keeps its samples and gets another table of what they
/// mean; the others are decoded and encoded anew.
final class GreyPictures {
  /// A3 at 300 dpi; larger images are thinned out.
  static final int MAX_PIXELS = 17_400_000;

  private static final List<COSName> KEPT =
      List.of(COSName.INTERPOLATE, COSName.SMASK, COSName.OC);

  private final CleanCopy clean;
  private final Runnable started;

  /// `started` is called before each image is made.
  GreyPictures(CleanCopy clean, Runnable started) {
    this.clean = clean;
    this.started = started;
  }

  /// The copy in greys, or nothing where the image cannot be decoded here.
  ///
  /// @throws IOException if the image is not understood
  @Nullable COSStream of(COSStream source, @Nullable PDResources resources) throws IOException {
    PDImageXObject image = new PDImageXObject(new PDStream(source), resources);
    if (image.isStencil()) {
      return (COSStream) clean.dictionary(source);
    }
    ImageFilters filters = ImageFilters.of(source);
    if (filters.jpx()) {
      return null;
    }
    PDColorSpace space = image.getColorSpace();
    if (Greys.plain(space)) {
      return relabelled(source, COSName.DEVICEGRAY);
    }
    if (space.getNumberOfComponents() == 1 && filters.bits() <= Byte.SIZE) {
      COSStream copy = relabelled(source, table(space, filters.bits(), decode(source)));
      copy.removeItem(COSName.DECODE);
      return copy;
    }
    return decoded(source, image, filters.photo());
  }

  /// An image of the page's own content.
  COSStream inline(PDImage image) throws IOException {
    BufferedImage pixels = grey(image.getImage(), Greys.black(image.getColorSpace()));
    return new GreyStream(pixels.getWidth(), pixels.getHeight(), false, started, () -> pixels);
  }

  /// The image in greys of one byte, `black` and what is darker as 0.
  static BufferedImage grey(BufferedImage image, int black) {
    BufferedImage grey =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] to = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    int[] line = new int[image.getWidth()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, line.length, 1, line, 0, line.length);
      for (int pixel : line) {
        to[at++] = (byte) (Math.max(0, Greys.of(pixel) - black) * 255 / (255 - black));
      }
    }
    return grey;
  }

  private COSStream relabelled(COSStream source, COSBase space) {
    COSStream copy = new BorrowedStream(source);
    copy.addAll(clean.dictionary(source));
    copy.setItem(COSName.COLORSPACE, space);
    return copy;
  }

  /// What each value of a sample means.
  private static COSArray table(PDColorSpace space, int bits, float @Nullable [] decode)
      throws IOException {
    int highest = (1 << bits) - 1;
    float[] range = decode == null ? space.getDefaultDecode(bits) : decode;
    byte[] greys = new byte[highest + 1];
    for (int value = 0; value <= highest; value++) {
      float sample = range[0] + value * (range[1] - range[0]) / highest;
      float colour = space instanceof PDIndexed ? Math.round(sample) : sample;
      greys[value] = (byte) Math.round(255 * Greys.of(space, new float[] {colour}));
    }
    COSArray table = new COSArray();
    table.add(COSName.INDEXED);
    table.add(COSName.DEVICEGRAY);
    table.add(COSInteger.get(highest));
    table.add(new COSString(greys));
    return table;
  }

  private COSStream decoded(COSStream source, PDImageXObject image, boolean photo)
      throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    int step = step(width, height);
    int across = (width + step - 1) / step;
    int up = (height + step - 1) / step;
    PDColorSpace space = image.getColorSpace();
    int black = Greys.black(space);
    GreyStream.Source pixels =
        () -> {
          @Nullable BufferedImage alone = photo ? PhotoGreys.read(source, space, step) : null;
          return alone == null ? grey(image.getOpaqueImage(null, step), black) : alone;
        };
    COSStream copy = new GreyStream(across, up, photo, started, pixels);
    for (COSName key : KEPT) {
      @Nullable COSBase value = clean.of(source.getItem(key));
      if (value != null) {
        copy.setItem(key, value);
      }
    }
    mask(source, image, copy, () -> alpha(image.getImage(null, step)));
    return copy;
  }

  private void mask(
      COSStream source, PDImageXObject image, COSStream copy, GreyStream.Source seen)
      throws IOException {
    @Nullable COSStream soft = source.getCOSStream(COSName.SMASK);
    if (soft != null && soft.containsKey(COSName.MATTE)) {
      throw new IOException("an image that is mixed with its mask");
    }
    if (soft == null && image.getColorKeyMask() != null) {
      copy.setItem(
          COSName.SMASK,
          new GreyStream(
              copy.getInt(COSName.WIDTH), copy.getInt(COSName.HEIGHT), false, started, seen));
    } else if (source.getCOSStream(COSName.MASK) != null) {
      copy.setItem(COSName.MASK, clean.of(source.getItem(COSName.MASK)));
    }
  }

  private static BufferedImage alpha(BufferedImage image) {
    BufferedImage alpha =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster seen = image.getAlphaRaster();
    for (int y = 0; y < image.getHeight(); y++) {
      alpha
          .getRaster()
          .setSamples(0, y, image.getWidth(), 1, 0, seen.getSamples(0, y, image.getWidth(), 1, 0, (int[]) null));
    }
    return alpha;
  }

  private static float @Nullable [] decode(COSStream image) throws IOException {
    @Nullable COSArray decode = image.getCOSArray(COSName.DECODE);
    if (decode != null && decode.size() < 2) {
      throw new IOException("a decode array that is too short");
    }
    return decode == null ? null : decode.toFloatArray();
  }

  private static int step(int width, int height) throws IOException {
    int step = 1;
    while ((long) width * height / ((long) step * step) > MAX_PIXELS) {
      step++;
    }
    if (step > Math.min(width, height)) {
      throw new IOException("an image that cannot be thinned out");
    }
    return step;
  }
}
