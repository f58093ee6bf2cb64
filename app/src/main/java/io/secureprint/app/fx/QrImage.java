// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.fx;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// A QR code as a picture: black on white whatever the theme, since not every phone reads another,
/// with the quiet zone that ISO/IEC 18004 asks for.
public final class QrImage {
  private static final int QUIET = 4;

  private QrImage() {}

  /// Error correction M: 15 % of the code may be smudged or lit by a reflection.
  ///
  /// @param room the side in pixels that it must fit; every module is the same whole number of
  ///     pixels, at least one
  /// @throws IllegalArgumentException when the text is longer than the largest code holds
  public static WritableImage of(String text, double room) {
    ByteMatrix modules = encode(text);
    int across = modules.getWidth() + 2 * QUIET;
    int scale = Math.max(1, (int) (room / across));
    int side = across * scale;
    WritableImage image = new WritableImage(side, side);
    PixelWriter pen = image.getPixelWriter();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = dark(modules, x / scale - QUIET, y / scale - QUIET);
        pen.setColor(x, y, dark ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }

  private static boolean dark(ByteMatrix modules, int x, int y) {
    return x >= 0
        && y >= 0
        && x < modules.getWidth()
        && y < modules.getHeight()
        && modules.get(x, y) == 1;
  }

  private static ByteMatrix encode(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException(
          "no QR code holds a text of " + text.length() + " characters", e);
    }
  }
}
