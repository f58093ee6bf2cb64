// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Noise that can be made again, to check what was written: ChaCha20 under a throw-away key.
final class Keystream {
  private final byte[] key;
  private final Cipher cipher;

  Keystream(byte[] key) {
    this.key = key;
    try {
      cipher = Cipher.getInstance("ChaCha20");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "ChaCha20"),
          new ChaCha20ParameterSpec(new byte[12], 0));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has ChaCha20", e);
    }
  }

  Keystream again() {
    return new Keystream(key);
  }

  byte[] next(int count) {
    return cipher.update(new byte[count]);
  }
}
