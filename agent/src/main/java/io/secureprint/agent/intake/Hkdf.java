// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import java.security.GeneralSecurityException;

import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF with SHA-256 (RFC 5869). With an empty `info` it is also the HKDF of Noise (section 4.3).
final class Hkdf {
  private Hkdf() {}

  static byte[] derive(byte[] salt, byte[] ikm, byte[] info, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(ikm).thenExpand(info, length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF of " + length + " bytes", e);
    }
  }
}
