// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// What both sides must agree on before the handshake (`docs/protocol.md` section 2). It binds the
/// handshake to the address that the phone really uses, so that a naive relay fails.
public final class Prologue {
  private static final byte[] LABEL = "PSP/1".getBytes(US_ASCII);
  private static final byte MODE_L0 = 0;

  private Prologue() {}

  /// `host` is the page's `location.host`, at most 255 bytes.
  public static byte[] of(int flags, String host, Sid sid) {
    byte[] name = host.getBytes(UTF_8);
    if (name.length > 255) {
      throw new IllegalArgumentException("host of " + name.length + " bytes");
    }
    return ByteBuffer.allocate(LABEL.length + 4 + name.length + Sid.BYTES)
        .put(LABEL)
        .put((byte) 0)
        .put(MODE_L0)
        .put((byte) flags)
        .put((byte) name.length)
        .put(name)
        .put(sid.bytes())
        .array();
  }
}
