// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.intake.Hkdf;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A sealed stream as the phone makes and reads it (`docs/protocol.md` section 4).
final class SealedStream {
  static final int CHUNK_BYTES = 65_536;

  private final SecretKeySpec payloadKey;

  SealedStream(byte[] key, byte[] nonce) {
    payloadKey =
        new SecretKeySpec(Hkdf.derive(nonce, key, "payload".getBytes(US_ASCII), 32), "ChaCha20");
  }

  byte[] payloadKey() {
    return payloadKey.getEncoded();
  }

  byte[] seal(int index, boolean last, byte[] clear) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, index, last).doFinal(clear);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing chunk " + index, e);
    }
  }

  /// Empty when the chunk was damaged, or is another one than `index`.
  Optional<byte[]> open(int index, boolean last, byte[] sealed) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, index, last).doFinal(sealed));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("opening chunk " + index, e);
    }
  }

  /// The chunk of a document that starts at `chunk`, padded with zeros to its full length.
  static byte[] padded(byte[] document, int chunk) {
    int from = Math.multiplyExact(chunk, CHUNK_BYTES);
    return Arrays.copyOfRange(document, from, from + CHUNK_BYTES);
  }

  static int chunks(int size) {
    return Math.max(1, Math.ceilDiv(size, CHUNK_BYTES));
  }

  private Cipher cipher(int mode, int index, boolean last) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(12).putInt(7, index).put(11, (byte) (last ? 1 : 0)).array();
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(mode, payloadKey, new IvParameterSpec(nonce));
    return cipher;
  }
}
