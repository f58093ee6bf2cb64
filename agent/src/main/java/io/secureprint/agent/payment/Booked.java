// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import org.jspecify.annotations.Nullable;

/// A payment as the books have it. `intentId` is null where it fits nothing that we asked for.
public record Booked(
    PaymentFact fact,
    @Nullable String intentId,
    Disposition disposition,
    @Nullable Flag flag,
    Portions portions) {

  /// What the customer is to get back of it.
  public Paise owed() {
    return portions.owed();
  }
}
