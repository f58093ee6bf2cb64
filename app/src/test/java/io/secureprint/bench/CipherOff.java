// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.security.Provider;
import java.security.Security;

/// While open, ChaCha20-Poly1305 in this JVM is a cipher that copies. Nothing of the product knows
/// of it: the JDK takes the first provider that has what is asked for.
final class CipherOff implements AutoCloseable {
  private static final String NAME = "CipherOff";

  private CipherOff() {}

  static CipherOff open() {
    Security.insertProviderAt(new Copying(), 1);
    return new CipherOff();
  }

  @Override
  public void close() {
    Security.removeProvider(NAME);
  }

  private static final class Copying extends Provider {
    private static final long serialVersionUID = 1L;

    Copying() {
      super(NAME, "1", "no cipher at all");
      put("Cipher.ChaCha20-Poly1305", CopyingCipher.class.getName());
    }
  }
}
