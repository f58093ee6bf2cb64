// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// The first 8 bytes of a session's hashed public key: how a phone names the session it wants. Not a
/// secret.
public record Sid(long value) {
  public static final int BYTES = 8;

  /// From exactly 8 bytes.
  static Sid of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("sid of " + bytes.length + " bytes");
    }
    return new Sid(ByteBuffer.wrap(bytes).getLong());
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(value).array();
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(value);
  }
}
