// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.kernel.Sha256;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

/// What both sides of a handshake hash and key step by step (Noise section 5.2). Used once.
final class SymmetricState {
  private static final byte[] PROTOCOL = "Noise_NKpsk0_25519_ChaChaPoly_SHA256".getBytes(US_ASCII);
  private static final byte[] NOTHING = new byte[0];
  private static final int HASH_BYTES = 32;

  private byte[] chainingKey;
  private byte[] hash;
  private @Nullable CipherState cipher;

  SymmetricState(byte[] prologue, byte[] responderStatic) {
    hash = Sha256.of(PROTOCOL, NOTHING);
    chainingKey = hash.clone();
    mixHash(prologue);
    mixHash(responderStatic);
  }

  void mixHash(byte[] data) {
    hash = Sha256.of(hash, data);
  }

  void mixKey(byte[] ikm) {
    byte[] out = derive(ikm, 2);
    cipher = replaceCipher(part(out, 1));
  }

  void mixKeyAndHash(byte[] ikm) {
    byte[] out = derive(ikm, 3);
    mixHash(part(out, 1));
    cipher = replaceCipher(part(out, 2));
  }

  /// An ephemeral key is hashed and, because the pattern has a pre-shared key, mixed in (section
  /// 9.2).
  void mixEphemeral(byte[] publicKey) {
    mixHash(publicKey);
    mixKey(publicKey);
  }

  byte[] encryptAndHash(byte[] clear) {
    byte[] sealed = keyed().seal(hash, clear);
    mixHash(sealed);
    return sealed;
  }

  Optional<byte[]> decryptAndHash(byte[] sealed) {
    Optional<byte[]> clear = keyed().open(hash, sealed);
    mixHash(sealed);
    return clear;
  }

  /// The two directions of the channel; this state is cleared.
  NoiseChannel split(boolean initiator) {
    byte[] out = derive(NOTHING, 2);
    CipherState fromInitiator = new CipherState(chainingKey.clone());
    CipherState fromResponder = new CipherState(part(out, 1));
    destroy();
    return initiator
        ? new NoiseChannel(fromInitiator, fromResponder, hash)
        : new NoiseChannel(fromResponder, fromInitiator, hash);
  }

  void destroy() {
    Arrays.fill(chainingKey, (byte) 0);
    if (cipher != null) {
      cipher.destroy();
    }
  }

  private CipherState keyed() {
    if (cipher == null) {
      throw new IllegalStateException("no key yet");
    }
    return cipher;
  }

  private CipherState replaceCipher(byte[] key) {
    if (cipher != null) {
      cipher.destroy();
    }
    return new CipherState(key);
  }

  /// Noise's HKDF: `parts` outputs of 32 bytes, the first of which is the new chaining key.
  private byte[] derive(byte[] ikm, int parts) {
    byte[] out = Hkdf.derive(chainingKey, ikm, NOTHING, parts * HASH_BYTES);
    Arrays.fill(chainingKey, (byte) 0);
    chainingKey = part(out, 0);
    return out;
  }

  private static byte[] part(byte[] out, int index) {
    return Arrays.copyOfRange(out, index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}
