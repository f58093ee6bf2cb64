// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.OptionalInt;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/// One sealed stream, chunk by chunk and in any order (`docs/protocol.md` section 4; the payload of
/// age v1): ChaCha20-Poly1305 (RFC 8439) over chunks of 64 KiB, nonce = chunk number as 11 bytes ‖
/// final flag, under a key that HKDF-SHA256 (RFC 5869) makes of the stream's key and nonce.
/// Immutable; safe for several threads.
public final class SealedStream {
  /// Bytes in clear of every chunk but the last of a preview or print document, which is shorter.
  public static final int CHUNK = 65_536;

  public static final int TAG = 16;

  private static final String AEAD = "ChaCha20-Poly1305";

  private final SecretKey payloadKey;

  public SealedStream(StreamKey key) {
    this(key.key(), key.nonce());
  }

  public SealedStream(SegmentKey segment) {
    this(segment.key(), segment.nonce());
  }

  private SealedStream(byte[] key, byte[] nonce) {
    try {
      this.payloadKey =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "ChaCha20",
                  HKDFParameterSpec.ofExtract()
                      .addSalt(nonce)
                      .addIKM(key)
                      .thenExpand("payload".getBytes(StandardCharsets.US_ASCII), 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of Java 25", e);
    }
  }

  /// How many chunks `size` bytes in clear fill; at least one.
  public static int chunks(long size) {
    return Math.toIntExact(Math.max(1, Math.ceilDiv(size, CHUNK)));
  }

  /// Seals `length` bytes (at most [#CHUNK]) of `clear`. A chunk number must not be sealed twice with
  /// different bytes.
  public byte[] seal(int index, boolean last, byte[] clear, int offset, int length) {
    if (length > CHUNK) {
      throw new IllegalArgumentException("chunk too long: " + length);
    }
    try {
      return cipher(Cipher.ENCRYPT_MODE, index, last).doFinal(clear, offset, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("chunk " + index + " cannot be sealed", e);
    }
  }

  /// Opens a chunk into `clear` (at least [#CHUNK] bytes) and says how many bytes it had; empty where
  /// the seal does not hold, and `clear` is then all zeros.
  public OptionalInt open(int index, boolean last, byte[] sealed, byte[] clear) {
    if (sealed.length < TAG || sealed.length > CHUNK + TAG) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(
          cipher(Cipher.DECRYPT_MODE, index, last).doFinal(sealed, 0, sealed.length, clear, 0));
    } catch (AEADBadTagException _) {
      Arrays.fill(clear, (byte) 0);
      return OptionalInt.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("chunk " + index + " cannot be opened", e);
    }
  }

  private Cipher cipher(int mode, int index, boolean last) throws GeneralSecurityException {
    if (index < 0) {
      throw new IllegalArgumentException("chunk number out of range: " + index);
    }
    byte[] nonce = new byte[12];
    ByteBuffer.wrap(nonce).putInt(7, index).put(11, (byte) (last ? 1 : 0));
    Cipher cipher = Cipher.getInstance(AEAD);
    cipher.init(mode, payloadKey, new IvParameterSpec(nonce));
    return cipher;
  }
}
