// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.common.function.PDFunction;
import org.apache.pdfbox.pdmodel.graphics.color.PDCalGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceN;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.color.PDSeparation;

import java.io.IOException;

/// Which grey a colour becomes, 0 black to 1 white: its brightness as ISO 32000-1 10.3 has it.
final class Greys {
  private static final int CMYK = 4;

  /// In a Separation or DeviceN array (ISO 32000-1 8.6.6).
  private static final int TINT_TRANSFORM = 3;

  private Greys() {}

  static float of(PDColorSpace space, float[] colour) throws IOException {
    if (colour.length < space.getNumberOfComponents()) {
      throw new IOException("a colour lacks components");
    }
    if (plain(space)) {
      return within(colour[0]);
    }
    return switch (space) {
      case PDSeparation spot -> of(spot.getAlternateColorSpace(), tint(spot, colour));
      case PDDeviceN spots -> of(spots.getAlternateColorSpace(), tint(spots, colour));
      // A black of all inks or of one is black, which it is not to every profile of a press.
      case PDColorSpace inks when inks.getNumberOfComponents() == CMYK ->
          within(1 - brightness(colour[0], colour[1], colour[2]) - colour[3]);
      default -> rgb(space.toRGB(colour));
    };
  }

  /// A space of greys and nothing else.
  static boolean plain(PDColorSpace space) {
    return space instanceof PDDeviceGray
        || space instanceof PDCalGray
        || (space instanceof PDICCBased && space.getNumberOfComponents() == 1);
  }

  /// Of 0 to 255.
  static int of(int rgb) {
    return Math.round(brightness(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
  }

  /// The darkest that an image in this space can become by black ink alone, 0 to 255.
  static int black(PDColorSpace space) throws IOException {
    boolean inks = space.getNumberOfComponents() == CMYK && !(space instanceof PDIndexed);
    return inks ? Math.round(255 * rgb(space.toRGB(new float[] {0, 0, 0, 1}))) : 0;
  }

  private static float rgb(float[] rgb) {
    return within(brightness(rgb[0], rgb[1], rgb[2]));
  }

  private static float brightness(float red, float green, float blue) {
    return 0.299f * red + 0.587f * green + 0.114f * blue;
  }

  private static float[] tint(PDColorSpace spots, float[] colour) throws IOException {
    COSArray array = (COSArray) spots.getCOSObject();
    return PDFunction.create(array.getObject(TINT_TRANSFORM)).eval(colour);
  }

  private static float within(float grey) {
    return Math.clamp(grey, 0, 1);
  }
}
