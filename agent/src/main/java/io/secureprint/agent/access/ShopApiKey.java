// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.PrivateFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;

/// The shop's own key, one more beside those in the database: its SHA-256 is in a file that only the
/// shop's user may read, so that it can be made anew without a running shop. There is none until the
/// owner asks for one.
public final class ShopApiKey {
  /// As which the key stands in lists.
  public static final String ID = "shop";

  private final Path file;

  /// `file` may be missing.
  public ShopApiKey(Path file) {
    this.file = file;
  }

  /// Makes a new key, which ends the one before it, and returns it: the only time it is ever shown.
  public String renew(Ids ids) throws IOException {
    String key = ApiKeys.PREFIX + HexFormat.of().formatHex(ids.bytes(32));
    PrivateFile.write(file, ApiKeys.digest(key).getBytes(US_ASCII));
    return key;
  }

  /// Ends it. False when there was none.
  public boolean revoke() throws IOException {
    return Files.deleteIfExists(file);
  }

  /// The key, if this is it. Reads the file each time, so that a renewed key counts at once. In
  /// constant time.
  public Optional<ApiKey> find(String given) throws IOException {
    return Files.exists(file)
            && ApiKeys.same(Files.readString(file, US_ASCII).strip(), ApiKeys.digest(given))
        ? get()
        : Optional.empty();
  }

  /// What is told of it, where there is one.
  public Optional<ApiKey> get() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Instant since = Files.getLastModifiedTime(file).toInstant();
    return Optional.of(
        new ApiKey(
            ID, "The shop’s own", ApiKey.SHOP, EnumSet.allOf(ApiRole.class),
            new ApiKey.Made(since, "owner"), new ApiKey.Ends(null, null, null)));
  }
}
