// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.kernel.Sha256;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// What the QR carries in the fragment of its address (`docs/protocol.md` section 1): the session's
/// public key (32 bytes) and its join secret (16 bytes).
@SuppressWarnings("ArrayRecordComponent") // secrets are never compared, printed or put in a collection
public record JoinCode(byte[] publicKey, byte[] secret) {
  public static final int SECRET_BYTES = 16;
  private static final byte VERSION = 1;
  private static final int BYTES = 1 + X25519.KEY_BYTES + SECRET_BYTES;

  public JoinCode {
    if (publicKey.length != X25519.KEY_BYTES || secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("not a join code");
    }
  }

  /// Empty when the text after the `#` is none of ours.
  public static Optional<JoinCode> parse(String fragment) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(fragment);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (bytes.length != BYTES || bytes[0] != VERSION) {
      return Optional.empty();
    }
    int secretAt = 1 + X25519.KEY_BYTES;
    return Optional.of(
        new JoinCode(
            Arrays.copyOfRange(bytes, 1, secretAt), Arrays.copyOfRange(bytes, secretAt, BYTES)));
  }

  public String fragment() {
    byte[] bytes =
        ByteBuffer.allocate(BYTES).put(VERSION).put(publicKey).put(secret).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public Sid sid() {
    byte[] hash = Sha256.of("PSP/1 sid".getBytes(US_ASCII), publicKey);
    return Sid.of(Arrays.copyOf(hash, Sid.BYTES));
  }

  /// The pre-shared key of a fresh handshake.
  public byte[] psk() {
    return Hkdf.derive(new byte[0], secret, "PSP/1 psk".getBytes(US_ASCII), 32);
  }

  @Override
  public String toString() {
    return "JoinCode[" + sid() + "]";
  }
}
