// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What one execution is waiting to be paid for: the exact amount of one frozen quote.
///
/// `objectId` is what the provider calls it, null until the provider has made it. `quoteMac` binds
/// the intent to the quote under a key that dies with the session, so that the database never says
/// what was printed (decision 24). `credit` is what pays for it, or helps to: then `expected` is the
/// rest.
public record Intent(
    String id,
    String executionId,
    String provider,
    @Nullable String objectId,
    boolean live,
    Paise expected,
    String quoteMac,
    IntentState state,
    Instant createdAt,
    Instant expiresAt,
    Credit.@Nullable Use credit) {
  public Intent {
    if (expected.equals(Paise.ZERO)) {
      throw new IllegalArgumentException("nothing to pay for " + executionId);
    }
  }

  public Intent named(String object) {
    return new Intent(
        id, executionId, provider, object, live, expected, quoteMac, state, createdAt, expiresAt,
        credit);
  }

  /// What the sheets cost.
  public Paise total() {
    return credit == null || isByCredit() ? expected : expected.plus(credit.amount());
  }

  /// Whether a credit pays for all of it.
  boolean isByCredit() {
    return provider.equals(Providers.CREDIT);
  }
}
