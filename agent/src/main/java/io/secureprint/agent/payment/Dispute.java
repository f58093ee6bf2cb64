// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// A customer's bank wants money back of a payment (`payments.md` 8.3, row 13). The shop answers at the
/// gateway, until `answerBy` by the shop's clock; here it is only told.
public record Dispute(
    String provider, String id, String paymentId, Paise amount, State state, Instant answerBy) {

  public enum State {
    OPEN,
    /// The money stays with the shop.
    WON,
    /// It went back to the customer.
    LOST
  }
}
