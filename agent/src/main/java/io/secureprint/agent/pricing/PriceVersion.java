// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One version of the price list, which never changes. `reverts` is the version whose prices it
/// brought back, 0 where it brought new ones. The list is null where what is stored cannot be read.
public record PriceVersion(
    int number,
    Instant validFrom,
    Instant createdAt,
    String author,
    String note,
    int reverts,
    @Nullable PriceList list) {
  public static final int LONGEST_NOTE = 200;

  public boolean isReadable() {
    return list != null;
  }

  /// Whether it counts at that moment. One that was to count at once does so by whatever clock.
  public boolean counts(Instant now) {
    return validFrom.equals(createdAt) || !validFrom.isAfter(now);
  }
}
