// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM: a fresh nonce of 12 bytes before the sealed bytes, each value bound to its name, so that
/// none can be put in the place of another.
public final class SealedBox {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private SealedBox() {}

  /// Seals `value` under a key of 32 bytes.
  public static byte[] seal(byte[] key, String name, byte[] value, Ids ids) {
    byte[] nonce = ids.bytes(NONCE);
    byte[] text = under(Cipher.ENCRYPT_MODE, key, name, nonce, value, 0);
    byte[] both = Arrays.copyOf(nonce, NONCE + text.length);
    System.arraycopy(text, 0, both, NONCE, text.length);
    return both;
  }

  /// Opens what [#seal] made.
  ///
  /// @throws IllegalStateException when it was sealed under another key or name, or is damaged
  public static byte[] open(byte[] key, String name, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    return under(Cipher.DECRYPT_MODE, key, name, nonce, sealed, NONCE);
  }

  private static byte[] under(
      int mode, byte[] key, String name, byte[] nonce, byte[] text, int from) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(name.getBytes(UTF_8));
      return cipher.doFinal(text, from, text.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the box does not open", e);
    }
  }
}
