// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Paise;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A customer who paid and perhaps got nothing, as the shop sees it: `name` is the session's easy
/// name, `code` why it ended, `sides` how many printed sides are known of.
public record ClaimTile(
    String id, String name, Paise amount, String code, int sides, Instant since, Ways ways) {

  /// How it can be settled: so much of it `byGateway`; `part` is what the sheets cost that never came
  /// out, null where that is all or nobody knows, and so much of that part by the gateway.
  public record Ways(Paise byGateway, @Nullable Paise part, Paise partByGateway) {
    public static final Ways BY_HAND = new Ways(Paise.ZERO, null, Paise.ZERO);
  }
}
