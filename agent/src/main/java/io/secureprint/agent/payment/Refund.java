// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Lifecycle;
import io.secureprint.agent.kernel.Paise;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A part of one payment on its way back through its gateway. `id` is also the idempotency key, so
/// that whatever is sent again is the same refund. `tries` counts how often it was sent, `due` is
/// when it is looked after next, `code` is why it failed.
public record Refund(
    String id,
    String claimId,
    String provider,
    String paymentId,
    Paise amount,
    State state,
    int tries,
    Instant due,
    Instant since,
    @Nullable String code) {

  /// The `n`th refund for an intent: 10 to 40 letters, digits and dashes.
  static String key(String intentId, int n) {
    return "rf-" + intentId + "-" + n;
  }

  /// Where it stands.
  public enum State {
    /// It is to be sent, or nobody knows whether it got there.
    DUE,
    /// The gateway has it.
    PENDING,
    /// The gateway has given it to the bank; the customer has it in 5 to 7 working days.
    PROCESSED,
    FAILED;

    public static final Lifecycle<State> LIFECYCLE =
        Lifecycle.of("refund", State.class, DUE)
            .move(DUE, PENDING, PROCESSED, FAILED)
            .move(PENDING, PROCESSED, FAILED)
            .build();
  }
}
