// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// Money that has come, as the one who saw it reports it. `paymentId` is the provider's own name
/// for it and never counts twice. The currency is rupees.
public record PaymentFact(
    String provider,
    boolean live,
    String intentId,
    String paymentId,
    Paise amount,
    Evidence evidence,
    String actor,
    Instant at) {

  /// How the money is known; the code is what the database keeps.
  public enum Evidence {
    /// A person of the shop has it in hand.
    HUMAN("human");

    private final String code;

    Evidence(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
