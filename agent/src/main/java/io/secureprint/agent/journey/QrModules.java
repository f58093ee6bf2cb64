// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import java.util.Map;

/// A QR code as bits: `side` × `side` modules by rows, dark is 1, the highest bit of a byte first.
/// Error correction M, no quiet zone (`payments.md` 1.4).
@SuppressWarnings("ArrayRecordComponent") // never compared
record QrModules(int side, byte[] bits) {
  static QrModules of(String text) {
    try {
      ByteMatrix matrix =
          Encoder.encode(
                  text,
                  ErrorCorrectionLevel.M,
                  Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
      int side = matrix.getWidth();
      byte[] bits = new byte[(side * side + 7) / 8];
      for (int i = 0; i < side * side; i++) {
        if (matrix.get(i % side, i / side) == 1) {
          bits[i / 8] |= (byte) (0x80 >> i % 8);
        }
      }
      return new QrModules(side, bits);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
    }
  }
}
