// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// When a fact releases a print (`payments.md` 8.2 and 8.3, as far as money in the hand goes).
final class ReleaseRules {
  private ReleaseRules() {}

  static Verdict judge(Intent intent, PaymentFact fact) {
    if (!fact.provider().equals(intent.provider()) || fact.live() != intent.live()) {
      return new Verdict.Refused("PAYMENT_FOREIGN");
    }
    return switch (intent.state()) {
      case PAID -> new Verdict.Refused("ALREADY_PAID");
      case EXPIRED, CANCELLED -> new Verdict.Refused("NOT_AWAITING_PAYMENT");
      case AWAITING ->
          fact.amount().equals(intent.expected())
              ? new Verdict.Release()
              : new Verdict.Refused("AMOUNT_CHANGED");
    };
  }

  /// What the rules say.
  sealed interface Verdict {
    record Release() implements Verdict {}

    record Refused(String code) implements Verdict {}
  }
}
