// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import java.util.Map;

/// A QR code in half blocks, dark on light whatever the terminal's colours.
final class TerminalQr {
  private TerminalQr() {}

  static String draw(String text) {
    BitMatrix code = encode(text);
    StringBuilder out = new StringBuilder();
    for (int y = 0; y < code.getHeight(); y += 2) {
      out.append("\u001b[30;107m");
      for (int x = 0; x < code.getWidth(); x++) {
        boolean below = y + 1 < code.getHeight() && code.get(x, y + 1);
        out.append(block(code.get(x, y), below));
      }
      out.append("\u001b[0m\n");
    }
    return out.toString();
  }

  private static char block(boolean above, boolean below) {
    if (above) {
      return below ? '█' : '▀';
    }
    return below ? '▄' : ' ';
  }

  private static BitMatrix encode(String text) {
    Map<EncodeHintType, ?> hints =
        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
    }
  }
}
