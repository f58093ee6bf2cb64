// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Charge;
import io.secureprint.agent.payment.GatewayWatch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// How a customer may pay just now: so much, until then. `link` is null for cash, and until a gateway
/// has made its `charge`; `address` is the shop's own, where that is paid.
record Offer(
    String intentId,
    PayMethod method,
    Paise due,
    @Nullable String link,
    @Nullable String address,
    @Nullable Charge charge,
    Instant until) {
  static Offer cash(String intentId, Paise due, Instant until) {
    return new Offer(intentId, PayMethod.CASH, due, null, null, null, until);
  }

  /// Paid by a credit the moment it is offered.
  static Offer byCredit(String intentId, Paise due, Instant until) {
    return new Offer(intentId, PayMethod.CREDIT, due, null, null, null, until);
  }

  static Offer byGateway(String intentId, Paise due, Instant until) {
    return new Offer(intentId, PayMethod.UPI, due, null, null, null, until);
  }

  /// Whether the gateway has said after the end what it has; true where it was asked for nothing.
  boolean isTold(GatewayWatch watch) {
    return charge == null || watch.toldAfter(charge.objectId(), until);
  }

  Offer with(Charge made) {
    return new Offer(intentId, method, due, made.upi(), null, made, until);
  }
}
