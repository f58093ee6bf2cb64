// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Lifecycle;

/// Where a payment intent stands (`payments.md` 0, decision 4). Flags such as late or partial are a
/// second axis that only providers with a gateway have.
public enum IntentState {
  AWAITING,
  PAID,
  EXPIRED,
  CANCELLED;

  static final Lifecycle<IntentState> LIFECYCLE =
      Lifecycle.of("payment intent", IntentState.class, AWAITING)
          .move(AWAITING, PAID, EXPIRED, CANCELLED)
          .build();
}
