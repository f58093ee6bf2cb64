// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.practice.BankSocket.Answer;
import io.secureprint.agent.practice.BankSocket.Request;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A bank for practice on a loopback socket: it speaks Razorpay's QR codes, polls, refunds and signed
/// messages as `payments.md` 3 has them, with test keys alone. Customers pay by [#pay].
public final class PracticeGateway implements AutoCloseable {
  public static final String KEY_ID = "rzp_test_practice";
  public static final String KEY_SECRET = "practice-key-secret";
  public static final String WEBHOOK_SECRET = "practice-webhook-secret";
  public static final String ACCOUNT = "acc_PRACTICE000001";

  private static final String CODES = "/v1/payments/qr_codes";
  private static final String PAYMENT = "/v1/payments/pay_[A-Za-z0-9]+";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final BankSocket socket;
  private final Map<String, PracticeCode> codes = new ConcurrentHashMap<>();
  private final Ids ids;
  private final InstantSource clock;
  private final PracticeRefunds refunds;
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile boolean silent;

  private PracticeGateway(Ids ids, InstantSource clock) throws IOException {
    this.ids = ids;
    this.clock = clock;
    this.refunds = new PracticeRefunds(ids);
    this.socket = BankSocket.open(clock, this::answer);
  }

  /// Opens on any free port.
  public static PracticeGateway open(Ids ids, InstantSource clock) throws IOException {
    return new PracticeGateway(ids, clock);
  }

  /// What a shop writes into its configuration as `gateway.api`.
  public URI api() {
    return URI.create("http://127.0.0.1:" + socket.port() + "/v1");
  }

  /// A shop's whole configuration for taking this bank's money.
  public Map<String, String> settings() {
    return Map.of(
        "gateway.kind", "razorpay",
        "gateway.api", api().toString(),
        "gateway.keyId", KEY_ID,
        "gateway.keySecret", KEY_SECRET,
        "gateway.webhookSecret", WEBHOOK_SECRET,
        "gateway.accountId", ACCOUNT);
  }

  /// While silent it answers 503 to everything.
  public void silence(boolean on) {
    silent = on;
  }

  /// The next so many refunds are done, and the line breaks before the shop hears of it.
  public void loseAnswers(int refunds) {
    unanswered.set(refunds);
  }

  /// The next so many refunds are answered with 409, as if the same were under way.
  public void stayBusy(int refunds) {
    busy.set(refunds);
  }

  /// Forgets the idempotency keys of refunds, as banks do after a while.
  public void forgetKeys() {
    refunds.forgetKeys();
  }

  /// What becomes of refunds from now on: `processed`, `pending` or `failed`.
  public void refundsBecome(String status) {
    refunds.become(status);
  }

  /// The newest code that a shop has asked for.
  public String newest() {
    return codes.values().stream()
        .max((a, b) -> Long.compare(a.number(), b.number()))
        .map(PracticeCode::id)
        .orElseThrow();
  }

  /// A customer's app pays so many paise to a code, which succeeds; the answer is the payment's id.
  /// Banks take any amount at any time: what to do about it is the shop's to know.
  public String pay(String code, long paise) {
    String payment = "pay_" + ids.hex128().substring(0, 14);
    code(code).paid(payment, paise, clock.instant());
    return payment;
  }

  /// A payment that the bank has not made up its mind about.
  public String begin(String code, long paise) {
    String payment = "pay_" + ids.hex128().substring(0, 14);
    code(code).begun(payment, paise, clock.instant());
    return payment;
  }

  /// A payment that the bank refuses: the customer's app says so, and the code can still be paid.
  public String refuse(String code, long paise) {
    String payment = "pay_" + ids.hex128().substring(0, 14);
    code(code).refused(payment, paise, clock.instant());
    return payment;
  }

  /// The code with this link, as a customer's app reads it; empty where it is none of this bank's.
  Optional<String> read(String link) {
    return codes.values().stream()
        .filter(code -> link.equals(code.entity().get("image_content")))
        .map(PracticeCode::id)
        .findFirst();
  }

  /// Somebody gives so many paise of a payment back in the bank's dashboard.
  public void refund(String payment, long paise) {
    PracticeCode code = codeOf(payment).orElseThrow();
    JsonNode body = JSON.valueToTree(Map.of("amount", paise));
    refunds.ask(payment, amount(code, payment), null, body, clock.instant());
    code.refunded(payment, refunds.returned(payment));
  }

  /// Every refund that the bank knows of, the oldest first, as the bank tells it.
  public List<Map<String, Object>> refunds() {
    return refunds.all();
  }

  /// A refund comes to its end: `processed` or `failed`.
  public void settle(String refund, String status) {
    refunds.settle(refund, status);
    String payment = (String) Objects.requireNonNull(refunds.find(refund).get("payment_id"));
    codeOf(payment).orElseThrow().refunded(payment, refunds.returned(payment));
  }

  /// The message that a payment sends to the shop: `qr_code.credited`, as its raw bytes.
  public byte[] message(String code, String payment) {
    PracticeCode paid = code(code);
    return event(
        "qr_code.credited", Map.of("payment", paid.payment(payment), "qr_code", paid.entity()));
  }

  /// The message that a refund sends to the shop: `refund.processed` or `refund.failed`.
  public byte[] refundMessage(String refund) {
    Map<String, Object> entity = refunds.find(refund);
    String payment = (String) Objects.requireNonNull(entity.get("payment_id"));
    return event(
        "refund." + entity.get("status"),
        Map.of("refund", entity, "payment", codeOf(payment).orElseThrow().payment(payment)));
  }

  /// The message that a dispute sends to the shop, `payment.dispute.created` and so on: a customer's
  /// bank wants so many paise of a payment back. `status` is `open`, `under_review`, `won` or `lost`;
  /// the shop may answer for a week.
  public byte[] disputeMessage(String payment, long paise, String status) {
    Instant now = clock.instant();
    Map<String, Object> dispute = new LinkedHashMap<>();
    dispute.put("id", "disp_" + payment.substring("pay_".length()));
    dispute.put("entity", "dispute");
    dispute.put("payment_id", payment);
    dispute.put("amount", paise);
    dispute.put("currency", "INR");
    dispute.put("respond_by", now.plus(Duration.ofDays(7)).getEpochSecond());
    dispute.put("status", status);
    dispute.put("phase", "chargeback");
    dispute.put("created_at", now.getEpochSecond());
    return event(
        "payment.dispute." + (status.equals("open") ? "created" : status),
        Map.of("payment", codeOf(payment).orElseThrow().payment(payment), "dispute", dispute));
  }

  private byte[] event(String name, Map<String, Map<String, Object>> entities) {
    Map<String, Object> payload = new LinkedHashMap<>();
    entities.forEach((kind, entity) -> payload.put(kind, Map.of("entity", entity)));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("entity", "event");
    event.put("account_id", ACCOUNT);
    event.put("event", name);
    event.put("contains", List.copyOf(payload.keySet()));
    event.put("payload", payload);
    event.put("created_at", clock.instant().getEpochSecond());
    return JSON.writeValueAsBytes(event);
  }

  @Override
  public void close() {
    socket.close();
  }

  private PracticeCode code(String id) {
    PracticeCode code = codes.get(id);
    if (code == null) {
      throw new IllegalArgumentException("no such code: " + id);
    }
    return code;
  }

  private Optional<Answer> answer(Request request) {
    if (silent) {
      return Optional.of(answer(503, Map.of("error", Map.of("code", "SERVER_ERROR"))));
    }
    if (!authorized(request)) {
      return Optional.of(answer(401, Map.of("error", Map.of("code", "BAD_REQUEST_ERROR"))));
    }
    return request.path().matches(PAYMENT + "/refunds?")
        ? refund(request)
        : Optional.of(ofCodes(request, request.path()));
  }

  private Answer ofCodes(Request request, String path) {
    if (path.equals(CODES)) {
      return request.isPost()
          ? create(request)
          : list(codes.values().stream().map(PracticeCode::entity).toList());
    }
    String[] parts = path.substring(Math.min(path.length(), CODES.length() + 1)).split("/", -1);
    PracticeCode code = path.startsWith(CODES + "/") ? codes.get(parts[0]) : null;
    if (code != null && parts.length == 2 && parts[1].equals("payments") && !request.isPost()) {
      return list(code.payments());
    }
    if (code != null && parts.length == 2 && parts[1].equals("close") && request.isPost()) {
      code.close("on_demand");
      return answer(200, code.entity());
    }
    return refusal("the requested URL was not found");
  }

  private Optional<Answer> refund(Request request) {
    String payment = request.path().split("/", -1)[3];
    Optional<PracticeCode> code = codeOf(payment);
    if (code.isEmpty() || request.isPost() == request.path().endsWith("s")) {
      return Optional.of(refusal("the id provided does not exist"));
    }
    if (!request.isPost()) {
      return Optional.of(list(refunds.of(payment)));
    }
    if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return Optional.of(refusal(409, "a request with this key is in progress"));
    }
    return give(request, code.get(), payment);
  }

  private Optional<Answer> give(Request request, PracticeCode code, String payment) {
    String key = request.headers().get("x-refund-idempotency");
    PracticeRefunds.Reply reply =
        refunds.ask(
            payment, amount(code, payment), key, JSON.readTree(request.body()), clock.instant());
    code.refunded(payment, refunds.returned(payment));
    if (unanswered.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return Optional.empty();
    }
    Map<String, Object> refund = reply.refund();
    return Optional.of(
        refund == null ? refusal(reply.status(), reply.why()) : answer(reply.status(), refund));
  }

  private Optional<PracticeCode> codeOf(String payment) {
    return codes.values().stream().filter(code -> code.has(payment)).findFirst();
  }

  /// What was captured.
  private static long amount(PracticeCode code, String payment) {
    Map<String, Object> entity = code.payment(payment);
    return Boolean.TRUE.equals(entity.get("captured"))
        ? (long) Objects.requireNonNull(entity.get("amount"))
        : 0;
  }

  private Answer create(Request request) {
    JsonNode asked = JSON.readTree(request.body());
    long paise = asked.path("payment_amount").asLong(0);
    long closeBy = asked.path("close_by").asLong(0);
    boolean fits =
        asked.path("type").asString("").equals("upi_qr")
            && asked.path("usage").asString("").equals("single_use")
            && asked.path("fixed_amount").asBoolean(false)
            && paise >= 100
            && closeBy >= clock.instant().getEpochSecond() + 15 * 60;
    if (!fits) {
      return refusal(
          "close_by should be at least 15 minutes after current time, amount at least 100");
    }
    String intent = asked.path("notes").path("intent").asString("");
    PracticeCode code =
        new PracticeCode(
            "qr_" + ids.hex128().substring(0, 14), codes.size() + 1L, paise, closeBy, intent);
    codes.put(code.id(), code);
    return answer(200, code.entity());
  }

  private static Answer refusal(String why) {
    return refusal(400, why);
  }

  private static Answer refusal(int status, String why) {
    return answer(
        status, Map.of("error", Map.of("code", "BAD_REQUEST_ERROR", "description", why)));
  }

  private static Answer list(List<Map<String, Object>> items) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("entity", "collection");
    list.put("count", items.size());
    list.put("items", items);
    return answer(200, list);
  }

  private static Answer answer(int status, Object body) {
    return new Answer(status, JSON.writeValueAsBytes(body));
  }

  private static boolean authorized(Request request) {
    String pair = Base64.getEncoder().encodeToString((KEY_ID + ":" + KEY_SECRET).getBytes(UTF_8));
    return ("Basic " + pair).equals(request.headers().get("authorization"));
  }
}
