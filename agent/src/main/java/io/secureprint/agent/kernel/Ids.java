// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Random ids and random bytes. One instance is injected, so that a test can replay a run.
public final class Ids {
  private final RandomGenerator random;

  public Ids(RandomGenerator random) {
    this.random = random;
  }

  public static Ids secure() {
    return new Ids(new SecureRandom());
  }

  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /// 128 random bits in lower-case hexadecimal: file names, effect ids, correlation ids.
  public String hex128() {
    return HexFormat.of().formatHex(bytes(16));
  }

  /// From 0 to `bound` - 1.
  public int below(int bound) {
    return random.nextInt(bound);
  }
}
