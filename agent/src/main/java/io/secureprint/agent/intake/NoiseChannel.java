// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The encrypted channel after a handshake. One thread may seal while another opens.
public final class NoiseChannel {
  private static final byte[] NOTHING = new byte[0];

  private final CipherState outward;
  private final CipherState inward;
  private final byte[] handshakeHash;

  NoiseChannel(CipherState outward, CipherState inward, byte[] handshakeHash) {
    this.outward = outward;
    this.inward = inward;
    this.handshakeHash = handshakeHash;
  }

  /// Records must be sent in the order in which they were sealed.
  public byte[] seal(byte[] clear) {
    return outward.seal(NOTHING, clear);
  }

  /// Empty for anything but the next record of the other side.
  public Optional<byte[]> open(byte[] sealed) {
    return inward.open(NOTHING, sealed);
  }

  /// The four digits that phone and kiosk show.
  public String sas() {
    byte[] four = Hkdf.derive(NOTHING, handshakeHash, "PSP/1 sas".getBytes(US_ASCII), 4);
    long number = Integer.toUnsignedLong(ByteBuffer.wrap(four).getInt());
    return "%04d".formatted(number % 10_000);
  }

  byte[] handshakeHash() {
    return handshakeHash.clone();
  }

  /// Clears both keys. Nothing can be sealed or opened afterwards.
  public void destroy() {
    outward.destroy();
    inward.destroy();
  }
}
