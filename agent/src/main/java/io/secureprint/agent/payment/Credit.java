// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// What a customer may pay with instead of money, for a claim: `left` of it, once the claim `isGiven`
/// as a credit and until then nothing; not after `until`. `reserved` is what payments under way want
/// of it.
public record Credit(
    String claimId, boolean isGiven, Paise left, Paise reserved, Instant until) {

  Paise free() {
    return left.without(reserved);
  }

  /// So much of a credit pays for a part of a price, or for all of it.
  public record Use(String claimId, Paise amount) {}
}
