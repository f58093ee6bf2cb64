// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import io.secureprint.agent.kernel.Ids;

import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The refunds of the practice bank, in Razorpay's own words and with its rules: one key is one
/// refund, and never more goes back than came. Thread-safe.
final class PracticeRefunds {
  private static final String KEY = "[A-Za-z0-9_-]{10,}";
  private static final long LEAST = 100;

  private final Ids ids;
  private final Map<String, Map<String, Object>> refunds = new LinkedHashMap<>();
  private final Map<String, Asked> keys = new LinkedHashMap<>();
  private String next = "processed";

  PracticeRefunds(Ids ids) {
    this.ids = ids;
  }

  /// What becomes of refunds from now on: `processed`, `pending` or `failed`.
  synchronized void become(String status) {
    next = status;
  }

  /// No bank keeps idempotency keys for ever.
  synchronized void forgetKeys() {
    keys.clear();
  }

  /// Somebody asks for a refund of a payment, of which `captured` came.
  synchronized Reply ask(
      String payment, long captured, @Nullable String key, JsonNode body, Instant at) {
    if (key != null && !key.matches(KEY)) {
      return new Reply(400, null, "the idempotency key is too short");
    }
    Asked before = key == null ? null : keys.get(key);
    if (before != null) {
      return before.body.equals(body.toString())
          ? new Reply(200, refunds.get(before.refund), "")
          : new Reply(400, null, "different request body for the same idempotency key");
    }
    long paise = body.path("amount").asLong(captured);
    if (paise < LEAST) {
      return new Reply(400, null, "the amount must be at least INR 1.00");
    }
    if (paise > captured - returned(payment)) {
      return new Reply(400, null, "the total refund amount is greater than the payment amount");
    }
    Map<String, Object> refund = entity(payment, paise, body.path("receipt").asString(""), at);
    refunds.put((String) Objects.requireNonNull(refund.get("id")), refund);
    if (key != null) {
      keys.put(key, new Asked(body.toString(), (String) refund.get("id")));
    }
    return new Reply(200, refund, "");
  }

  synchronized Map<String, Object> find(String id) {
    return Objects.requireNonNull(refunds.get(id), "no such refund");
  }

  synchronized void settle(String id, String status) {
    Map<String, Object> refund = new LinkedHashMap<>(find(id));
    refund.put("status", status);
    refunds.put(id, refund);
  }

  synchronized List<Map<String, Object>> all() {
    return List.copyOf(refunds.values());
  }

  synchronized List<Map<String, Object>> of(String payment) {
    List<Map<String, Object>> found = new ArrayList<>(refunds.values());
    found.removeIf(refund -> !payment.equals(refund.get("payment_id")));
    return found;
  }

  /// How much of a payment has gone back, or is on its way.
  synchronized long returned(String payment) {
    return of(payment).stream()
        .filter(refund -> !"failed".equals(refund.get("status")))
        .mapToLong(refund -> (long) Objects.requireNonNull(refund.get("amount")))
        .sum();
  }

  private Map<String, Object> entity(String payment, long paise, String receipt, Instant at) {
    Map<String, Object> refund = new LinkedHashMap<>();
    refund.put("id", "rfnd_" + ids.hex128().substring(0, 14));
    refund.put("entity", "refund");
    refund.put("amount", paise);
    refund.put("currency", "INR");
    refund.put("payment_id", payment);
    refund.put("notes", List.of());
    refund.put("receipt", receipt.isEmpty() ? null : receipt);
    refund.put("acquirer_data", Map.of());
    refund.put("created_at", at.getEpochSecond());
    refund.put("batch_id", null);
    refund.put("status", next);
    refund.put("speed_processed", "normal");
    refund.put("speed_requested", "normal");
    return refund;
  }

  /// What the bank answers; `refund` is null with a refusal.
  record Reply(int status, @Nullable Map<String, Object> refund, String why) {}

  private record Asked(String body, String refund) {}
}
