// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// What a customer may pay with instead of money, for a claim: `left` of it, once the claim `isGiven`
/// as a credit and until then nothing; not after `until`. `reserved` is what payments under way want
/// of it.
public record Credit(
    String claimId, boolean isGiven, Paise left, Paise reserved, Instant until) {
  /// The phone brought the code.
  public static final String CUSTOMER = "customer";

  boolean isReserved() {
    return !reserved.equals(Paise.ZERO);
  }

  /// So much of a credit pays for a part of a price, or for all of it; `actor` is who typed its code,
  /// or [#CUSTOMER].
  public record Use(String claimId, Paise amount, String actor) {}
}
