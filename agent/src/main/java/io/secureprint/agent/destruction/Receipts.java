// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.kernel.Sha256;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Signed receipts for phones that were away when their session ended (decision 21): for 24 hours, in
/// memory alone, under a name that only that phone can know. Thread-safe.
public final class Receipts {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int MOST = 5_000;

  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final InstantSource clock;

  public Receipts(InstantSource clock) {
    this.clock = clock;
  }

  /// The name under which the holder of a session's resume secret finds its receipt: 32 hexadecimal
  /// digits of SHA-256("PSP/1 receipt" ‖ secret).
  public static String name(byte[] resumeSecret) {
    byte[] hash = Sha256.of("PSP/1 receipt".getBytes(US_ASCII), resumeSecret);
    return HexFormat.of().formatHex(hash, 0, 16);
  }

  /// Keeps a receipt, or its newer version.
  public synchronized void keep(String name, String text) {
    Instant now = clock.instant();
    kept.values().removeIf(old -> old.until.isBefore(now));
    if (kept.size() >= MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    kept.put(name, new Kept(text, now.plus(KEPT)));
  }

  public synchronized Optional<String> find(String name) {
    return Optional.ofNullable(kept.get(name))
        .filter(found -> !found.until.isBefore(clock.instant()))
        .map(Kept::text);
  }

  private record Kept(String text, Instant until) {}
}
