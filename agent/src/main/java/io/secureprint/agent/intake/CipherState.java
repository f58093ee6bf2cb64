// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/// ChaCha20-Poly1305 under one key with a counter for nonce (Noise section 5.1). Not thread-safe.
final class CipherState {
  static final int TAG_BYTES = 16;
  private static final byte[] NO_KEY = new byte[32];

  private final byte[] key;
  private final Cipher cipher;
  private long counter;

  /// Takes over `key`, which [#destroy] clears.
  CipherState(byte[] key) {
    this.key = key;
    try {
      this.cipher = Cipher.getInstance("ChaCha20-Poly1305");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ChaCha20-Poly1305", e);
    }
  }

  byte[] seal(byte[] associated, byte[] clear) {
    try {
      init(Cipher.ENCRYPT_MODE, key, counter);
      cipher.updateAAD(associated);
      byte[] sealed = cipher.doFinal(clear);
      counter++;
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing record " + counter, e);
    }
  }

  /// Empty when the bytes are not the next ones the other side sealed; the counter then stands
  /// still.
  Optional<byte[]> open(byte[] associated, byte[] sealed) {
    if (sealed.length < TAG_BYTES) {
      return Optional.empty();
    }
    try {
      init(Cipher.DECRYPT_MODE, key, counter);
      cipher.updateAAD(associated);
      byte[] clear = cipher.doFinal(sealed);
      counter++;
      return Optional.of(clear);
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("opening record " + counter, e);
    }
  }

  /// Clears the key here and in the provider, which overwrites its copy on the next init.
  void destroy() {
    Arrays.fill(key, (byte) 0);
    try {
      init(Cipher.DECRYPT_MODE, NO_KEY, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("clearing a cipher", e);
    }
  }

  private void init(int mode, byte[] with, long nonce) throws GeneralSecurityException {
    byte[] iv = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(4, nonce).array();
    cipher.init(mode, new LentKey(with), new IvParameterSpec(iv));
  }

  /// Lends the key to the provider without the lasting copy that a `SecretKeySpec` would keep.
  private static final class LentKey implements SecretKey {
    private static final long serialVersionUID = 1L;
    private final transient byte[] key;

    LentKey(byte[] key) {
      this.key = key;
    }

    @Override
    public String getAlgorithm() {
      return "ChaCha20";
    }

    @Override
    public String getFormat() {
      return "RAW";
    }

    @Override
    public byte[] getEncoded() {
      return key.clone();
    }
  }
}
