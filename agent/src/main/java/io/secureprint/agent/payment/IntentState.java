// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Lifecycle;

/// Where a payment intent stands (`payments.md` 0, decision 4). What is unusual about a payment is a
/// second axis, see [Flag].
public enum IntentState {
  AWAITING,
  PAID,
  /// A person may still let it print when money comes late.
  EXPIRED,
  CANCELLED;

  public static final Lifecycle<IntentState> LIFECYCLE =
      Lifecycle.of("payment intent", IntentState.class, AWAITING)
          .move(AWAITING, PAID, EXPIRED, CANCELLED)
          .move(EXPIRED, PAID)
          .build();
}
