// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// Money on its way back through the gateway: whose, how much, and how far it is.
public record RefundTile(String id, String name, Paise amount, State state, Instant since) {

  /// How far it is.
  public enum State {
    /// The gateway is being told.
    SENDING,
    /// The gateway has it.
    PENDING,
    /// The bank has it; customers see it in 5 to 7 working days.
    PROCESSED
  }
}
