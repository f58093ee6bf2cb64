// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.PrivateFile;
import io.secureprint.agent.kernel.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The key of programs that use the API: 256 random bits, of which only the SHA-256 is kept, in a file
/// that only the shop's user may read. There is none until the owner asks for one.
public final class ApiKeys {
  private static final String PREFIX = "sps_";

  private final Path file;

  /// `file` may be missing.
  public ApiKeys(Path file) {
    this.file = file;
  }

  /// Makes a new key, which ends the one before it, and returns it: the only time it is ever shown.
  public String renew(Ids ids) throws IOException {
    String key = PREFIX + HexFormat.of().formatHex(ids.bytes(32));
    PrivateFile.write(file, digest(key).getBytes(US_ASCII));
    return key;
  }

  /// Reads the file each time, so that a renewed key counts at once. In constant time.
  public boolean accepts(String key) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    byte[] kept = Files.readString(file, US_ASCII).strip().getBytes(US_ASCII);
    return MessageDigest.isEqual(kept, digest(key).getBytes(US_ASCII));
  }

  private static String digest(String key) {
    return Sha256.hex(key.getBytes(US_ASCII));
  }
}
