// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment.razorpay;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Dispute;
import io.secureprint.agent.payment.GivenBack;
import io.secureprint.agent.payment.PaymentFact;
import io.secureprint.agent.payment.PaymentFact.Evidence;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Refund;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads Razorpay's JSON, which is laxer than its documentation: numbers come as text, empty objects
/// as lists. Only what is needed is looked at, and everything of it is checked.
final class RazorpayJson {
  private static final int DEEPEST = 32;
  /// The end of the year 2099.
  private static final long LATEST_SECOND = 4_102_444_799L;
  private static final Pattern PAYMENT = Pattern.compile("pay_[A-Za-z0-9_]{1,40}");
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private RazorpayJson() {}

  /// Empty for what is not JSON, or not an object.
  static Optional<JsonNode> parse(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (JacksonException _) {
      return Optional.empty(); // its words may quote a customer's address
    }
  }

  static byte[] write(Object value) {
    return JSON.writeValueAsBytes(value);
  }

  /// One payment for the QR code `objectId`; empty where it is not one that we can read.
  static Optional<PaymentFact> payment(
      JsonNode payment, String objectId, boolean live, Evidence evidence) {
    Optional<String> id = text(payment, "id").filter(PAYMENT.asMatchPredicate());
    Optional<Paise> amount = paise(payment, "amount");
    if (id.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    boolean captured =
        payment.path("captured").asBoolean(false)
            && text(payment, "status").filter(s -> s.equals("captured") || s.equals("refunded")).isPresent();
    Paise refunded = paise(payment, "amount_refunded").orElse(Paise.ZERO);
    String currency = text(payment, "currency").filter(c -> c.matches("[A-Z]{3}")).orElse("");
    return Optional.of(
        new PaymentFact(
            Providers.RAZORPAY,
            live,
            objectId,
            id.get(),
            new PaymentFact.Money(amount.get(), currency, captured, refunded),
            evidence,
            "razorpay",
            time(payment, "created_at")));
  }

  /// One refund; empty where it is not one that we can read. What is not over is pending.
  static Optional<GivenBack> refund(JsonNode refund) {
    Optional<String> id = text(refund, "id").filter(text -> text.matches("rfnd_[A-Za-z0-9_]{1,40}"));
    Optional<String> payment = text(refund, "payment_id").filter(PAYMENT.asMatchPredicate());
    Optional<Paise> amount = paise(refund, "amount");
    if (id.isEmpty() || payment.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    Refund.State state =
        switch (text(refund, "status").orElse("")) {
          case "processed" -> Refund.State.PROCESSED;
          case "failed" -> Refund.State.FAILED;
          default -> Refund.State.PENDING;
        };
    String key = text(refund, "receipt").filter(text -> text.length() <= 80).orElse(null);
    return Optional.of(new GivenBack(id.get(), payment.get(), key, amount.get(), state));
  }

  /// One dispute; empty where it is not one that we can read. What is not over is open.
  static Optional<Dispute> dispute(JsonNode dispute, BankTime time) {
    Optional<String> id = text(dispute, "id").filter(text -> text.matches("disp_[A-Za-z0-9_]{1,40}"));
    Optional<String> payment = text(dispute, "payment_id").filter(PAYMENT.asMatchPredicate());
    Optional<Paise> amount = paise(dispute, "amount");
    if (id.isEmpty() || payment.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    Dispute.State state =
        switch (text(dispute, "status").orElse("")) {
          case "won", "closed" -> Dispute.State.WON;
          case "lost" -> Dispute.State.LOST;
          default -> Dispute.State.OPEN;
        };
    Instant until = time.inShopTime(time(dispute, "respond_by"));
    return Optional.of(
        new Dispute(Providers.RAZORPAY, id.get(), payment.get(), amount.get(), state, until));
  }

  /// What is no time of this century is the beginning of time, which fits nothing.
  private static Instant time(JsonNode node, String field) {
    long seconds = node.path(field).asLong(0);
    return seconds < 0 || seconds > LATEST_SECOND ? Instant.EPOCH : Instant.ofEpochSecond(seconds);
  }

  static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  private static Optional<Paise> paise(JsonNode node, String field) {
    JsonNode value = node.path(field);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    return whole && value.asLong() >= 0 && value.asLong() <= Paise.MAX
        ? Optional.of(new Paise(value.asLong()))
        : Optional.empty();
  }
}
