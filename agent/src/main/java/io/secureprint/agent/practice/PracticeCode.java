// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One QR code of the practice bank and what was paid to it, in Razorpay's own words. Thread-safe.
final class PracticeCode {
  private final String id;
  private final long number;
  private final long paise;
  private final long closeBy;
  private final String intent;
  private final Map<String, Map<String, Object>> payments = new LinkedHashMap<>();
  private String reason = "";

  PracticeCode(String id, long number, long paise, long closeBy, String intent) {
    this.id = id;
    this.number = number;
    this.paise = paise;
    this.closeBy = closeBy;
    this.intent = intent;
  }

  String id() {
    return id;
  }

  long number() {
    return number;
  }

  synchronized void close(String why) {
    reason = reason.isEmpty() ? why : reason;
  }

  synchronized void begun(String payment, long amount, Instant at) {
    payments.put(payment, entity(payment, amount, at, "created", false));
  }

  synchronized void paid(String payment, long amount, Instant at) {
    payments.put(payment, entity(payment, amount, at, "captured", true));
    close("paid");
  }

  /// The bank refused it; the code can still be paid.
  synchronized void refused(String payment, long amount, Instant at) {
    payments.put(payment, entity(payment, amount, at, "failed", false));
  }

  /// So much of a payment has gone back in all.
  synchronized void refunded(String payment, long paise) {
    Map<String, Object> entity = new LinkedHashMap<>(payment(payment));
    boolean full = Objects.requireNonNull(entity.get("amount")).equals(paise);
    entity.put("status", full ? "refunded" : "captured");
    entity.put("amount_refunded", paise);
    entity.put("refund_status", full ? "full" : paise == 0 ? null : "partial");
    payments.put(payment, entity);
  }

  synchronized boolean has(String payment) {
    return payments.containsKey(payment);
  }

  synchronized Map<String, Object> payment(String payment) {
    return Objects.requireNonNull(payments.get(payment), "no such payment");
  }

  synchronized List<Map<String, Object>> payments() {
    return List.copyOf(payments.values());
  }

  synchronized Map<String, Object> entity() {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("id", id);
    entity.put("entity", "qr_code");
    entity.put("usage", "single_use");
    entity.put("type", "upi_qr");
    entity.put(
        "image_content",
        "upi://pay?pa=practice@icici&pn=Practice%20shop&tr=" + id.replace("_", "")
            + "&am=" + paise / 100 + "." + (paise % 100 < 10 ? "0" : "") + paise % 100 + "&cu=INR");
    entity.put("payment_amount", paise);
    entity.put("fixed_amount", true);
    entity.put("status", reason.isEmpty() ? "active" : "closed");
    entity.put("close_reason", reason.isEmpty() ? null : reason);
    entity.put("close_by", closeBy);
    entity.put("notes", intent.isEmpty() ? List.of() : Map.of("intent", intent));
    return entity;
  }

  private Map<String, Object> entity(
      String payment, long amount, Instant at, String status, boolean captured) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("id", payment);
    entity.put("entity", "payment");
    entity.put("amount", amount);
    entity.put("currency", "INR");
    entity.put("status", status);
    entity.put("order_id", null);
    entity.put("method", "upi");
    entity.put("amount_refunded", 0);
    entity.put("refund_status", null);
    entity.put("captured", captured);
    entity.put("notes", List.of());
    entity.put("acquirer_data", Map.of("rrn", "628112345678"));
    entity.put("created_at", at.getEpochSecond());
    return entity;
  }
}
