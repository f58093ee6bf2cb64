// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.secureprint.agent.kernel.Ids;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  private static final int MOST_BODY = 64 << 10;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, PracticeCode> codes = new ConcurrentHashMap<>();
  private final Ids ids;
  private final InstantSource clock;
  private final PracticeRefunds refunds;
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile boolean silent;

  private PracticeGateway(HttpServer server, Ids ids, InstantSource clock) {
    this.server = server;
    this.ids = ids;
    this.clock = clock;
    this.refunds = new PracticeRefunds(ids);
  }

  /// Opens on any free port.
  public static PracticeGateway open(Ids ids, InstantSource clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    PracticeGateway gateway = new PracticeGateway(server, ids, clock);
    server.setExecutor(gateway.threads);
    server.createContext("/", gateway::handle);
    server.start();
    return gateway;
  }

  /// What a shop writes into its configuration as `gateway.api`.
  public URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
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
    server.stop(0);
    threads.shutdownNow();
  }

  private PracticeCode code(String id) {
    PracticeCode code = codes.get(id);
    if (code == null) {
      throw new IllegalArgumentException("no such code: " + id);
    }
    return code;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (silent) {
        answer(exchange, 503, Map.of("error", Map.of("code", "SERVER_ERROR")));
      } else if (!authorized(exchange)) {
        answer(exchange, 401, Map.of("error", Map.of("code", "BAD_REQUEST_ERROR")));
      } else {
        route(exchange, exchange.getRequestURI().getPath());
      }
    }
  }

  private void route(HttpExchange exchange, String path) throws IOException {
    boolean post = exchange.getRequestMethod().equals("POST");
    String[] parts = path.startsWith(CODES + "/") ? path.substring(CODES.length() + 1).split("/", -1) : new String[0];
    PracticeCode code = parts.length > 0 ? codes.get(parts[0]) : null;
    if (path.equals(CODES) && post) {
      create(exchange);
    } else if (path.equals(CODES)) {
      list(exchange, codes.values().stream().map(PracticeCode::entity).toList());
    } else if (code != null && parts.length == 2 && parts[1].equals("payments") && !post) {
      list(exchange, code.payments());
    } else if (code != null && parts.length == 2 && parts[1].equals("close") && post) {
      code.close("on_demand");
      answer(exchange, 200, code.entity());
    } else if (path.matches(PAYMENT + "/refunds?")) {
      refund(exchange, path, post);
    } else {
      refuse(exchange, "the requested URL was not found");
    }
  }

  private void refund(HttpExchange exchange, String path, boolean post) throws IOException {
    String payment = path.split("/", -1)[3];
    Optional<PracticeCode> code = codeOf(payment);
    if (code.isEmpty() || post == path.endsWith("s")) {
      refuse(exchange, "the id provided does not exist");
    } else if (!post) {
      list(exchange, refunds.of(payment));
    } else if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      refuse(exchange, 409, "a request with this key is in progress");
    } else {
      give(exchange, code.get(), payment);
    }
  }

  private void give(HttpExchange exchange, PracticeCode code, String payment) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody().readNBytes(MOST_BODY));
    String key = exchange.getRequestHeaders().getFirst("X-Refund-Idempotency");
    PracticeRefunds.Reply reply =
        refunds.ask(payment, amount(code, payment), key, body, clock.instant());
    code.refunded(payment, refunds.returned(payment));
    if (unanswered.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return; // the exchange is closed without a word
    }
    if (reply.refund() == null) {
      refuse(exchange, reply.status(), reply.why());
    } else {
      answer(exchange, reply.status(), reply.refund());
    }
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

  private void create(HttpExchange exchange) throws IOException {
    JsonNode asked = JSON.readTree(exchange.getRequestBody().readNBytes(MOST_BODY));
    long paise = asked.path("payment_amount").asLong(0);
    long closeBy = asked.path("close_by").asLong(0);
    boolean fits =
        asked.path("type").asString("").equals("upi_qr")
            && asked.path("usage").asString("").equals("single_use")
            && asked.path("fixed_amount").asBoolean(false)
            && paise >= 100
            && closeBy >= clock.instant().getEpochSecond() + 15 * 60;
    if (!fits) {
      refuse(exchange, "close_by should be at least 15 minutes after current time, amount at least 100");
      return;
    }
    String intent = asked.path("notes").path("intent").asString("");
    PracticeCode code =
        new PracticeCode(
            "qr_" + ids.hex128().substring(0, 14), codes.size() + 1L, paise, closeBy, intent);
    codes.put(code.id(), code);
    answer(exchange, 200, code.entity());
  }

  private static void refuse(HttpExchange exchange, String why) throws IOException {
    refuse(exchange, 400, why);
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    answer(
        exchange,
        status,
        Map.of("error", Map.of("code", "BAD_REQUEST_ERROR", "description", why)));
  }

  private static void list(HttpExchange exchange, List<Map<String, Object>> items)
      throws IOException {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("entity", "collection");
    list.put("count", items.size());
    list.put("items", new ArrayList<>(items));
    answer(exchange, 200, list);
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static boolean authorized(HttpExchange exchange) {
    String pair = Base64.getEncoder().encodeToString((KEY_ID + ":" + KEY_SECRET).getBytes(UTF_8));
    return ("Basic " + pair).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }
}
