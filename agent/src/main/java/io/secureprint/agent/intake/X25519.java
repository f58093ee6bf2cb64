// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Optional;

import javax.crypto.KeyAgreement;

/// X25519 on raw little-endian keys of 32 bytes (RFC 7748).
public final class X25519 {
  public static final int KEY_BYTES = 32;
  private static final byte[] BASE_POINT = new byte[KEY_BYTES];

  static {
    BASE_POINT[0] = 9;
  }

  private X25519() {}

  /// The public key of any 32 random bytes; they are clamped as the RFC says.
  public static byte[] publicKey(byte[] privateKey) {
    return agree(privateKey, BASE_POINT).orElseThrow();
  }

  /// The shared secret; empty when the other side sent a point of small order.
  static Optional<byte[]> agree(byte[] privateKey, byte[] publicKey) {
    try {
      KeyFactory keys = KeyFactory.getInstance("X25519");
      PrivateKey mine =
          keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateKey));
      PublicKey theirs =
          keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u(publicKey)));
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(mine);
      agreement.doPhase(theirs, true);
      return Optional.of(agreement.generateSecret());
    } catch (InvalidKeyException _) {
      return Optional.empty(); // the only key refused here is a point of small order
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("X25519", e);
    }
  }

  private static BigInteger u(byte[] littleEndian) {
    byte[] bigEndian = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      bigEndian[i] = littleEndian[KEY_BYTES - 1 - i];
    }
    bigEndian[0] &= 0x7f; // RFC 7748 section 5: the top bit is ignored
    return new BigInteger(1, bigEndian);
  }
}
