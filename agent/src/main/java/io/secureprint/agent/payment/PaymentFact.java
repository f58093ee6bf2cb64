// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// A payment, as the one who saw it reports it. `paymentId` is the provider's own name for it and
/// never counts twice; `objectId` is the provider's name of what was paid, which is ours to know from
/// when we made it. `at` is when the provider saw it, by the shop's clock.
public record PaymentFact(
    String provider,
    boolean live,
    String objectId,
    String paymentId,
    Money money,
    Evidence evidence,
    String actor,
    Instant at) {
  public static final String RUPEES = "INR";

  /// `captured` is whether the money is really the shop's; `refunded` how much of it went back.
  public record Money(Paise amount, String currency, boolean captured, Paise refunded) {
    public static Money captured(Paise amount) {
      return new Money(amount, RUPEES, true, Paise.ZERO);
    }
  }

  /// How the money is known, the weakest first (`payments.md` 2); the code is what the database
  /// keeps.
  public enum Evidence {
    /// Somebody says that it is worth a look.
    DOORBELL("doorbell"),
    /// A signed return of the customer's browser; the amount is not covered.
    REDIRECT("redirect"),
    /// A message of the provider whose signature covers its whole body.
    WEBHOOK("webhook"),
    /// The provider's answer to our own question.
    PULL("pull"),
    /// A person of the shop has it in hand, or sees it in the shop's own bank app.
    HUMAN("human"),
    /// Our own books have it, since it is a credit.
    BOOKS("books");

    private final String code;

    Evidence(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Evidence of(String code) {
      for (Evidence evidence : values()) {
        if (evidence.code.equals(code)) {
          return evidence;
        }
      }
      throw new IllegalArgumentException("no evidence: " + code);
    }

    /// Signed messages and better.
    boolean proves() {
      return compareTo(WEBHOOK) >= 0;
    }
  }

  public Paise amount() {
    return money.amount();
  }

  public PaymentFact seenAt(Instant time) {
    return new PaymentFact(
        provider, live, objectId, paymentId, money, evidence, actor, time);
  }

  /// The same payment before any of it went back.
  PaymentFact unrefunded() {
    Money whole = new Money(amount(), money.currency(), money.captured(), Paise.ZERO);
    return new PaymentFact(provider, live, objectId, paymentId, whole, evidence, actor, at);
  }

  /// Whether `other` tells of the same payment for the same thing.
  boolean agrees(PaymentFact other) {
    return objectId.equals(other.objectId)
        && amount().equals(other.amount())
        && live == other.live;
  }
}
