// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import io.secureprint.agent.kernel.Ids;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.security.MessageDigest;
import java.util.Base64;

/// What is kept of a PIN: Argon2id (RFC 9106), slow and with its salt, since few digits are quickly
/// tried by whoever has the file. Salt and hash in Base64.
record PinHash(int memoryKib, int passes, String salt, String hash) {
  /// 134 ms and 32 MiB on the development machine (AMD EPYC, one of 2 cores).
  private static final int MEMORY_KIB = 32 << 10;
  private static final int PASSES = 4;
  private static final int MOST_MEMORY_KIB = 128 << 10;
  private static final int MOST_PASSES = 10;
  private static final int SALT = 16;
  private static final int LENGTH = 32;

  PinHash {
    if (memoryKib < 8 || memoryKib > MOST_MEMORY_KIB || passes < 1 || passes > MOST_PASSES) {
      throw new IllegalArgumentException("Argon2 with " + memoryKib + " KiB, " + passes + " passes");
    }
    if (bytes(salt).length != SALT || bytes(hash).length != LENGTH) {
      throw new IllegalArgumentException("a PIN's salt or hash has not its length");
    }
  }

  static PinHash of(Pin pin, Ids ids) {
    return of(pin, ids, MEMORY_KIB, PASSES);
  }

  static PinHash of(Pin pin, Ids ids, int memoryKib, int passes) {
    byte[] salt = ids.bytes(SALT);
    byte[] hash = argon2(pin, memoryKib, passes, salt);
    return new PinHash(memoryKib, passes, text(salt), text(hash));
  }

  /// In constant time.
  boolean matches(Pin pin) {
    return MessageDigest.isEqual(bytes(hash), argon2(pin, memoryKib, passes, bytes(salt)));
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] argon2(Pin pin, int memoryKib, int passes, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[LENGTH];
    generator.generateBytes(pin.digits(), hash);
    return hash;
  }
}
