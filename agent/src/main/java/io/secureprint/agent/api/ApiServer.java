// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.access.Failures;
import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.observe.History;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// The API for programs on this PC: bound to the loopback address alone, never answering a browser's
/// page, and only to the bearer of the shop's API key. What it tells has no customer's data in it.
public final class ApiServer implements AutoCloseable {
  private static final String BEARER = "Bearer ";
  private static final int MOST_WEBHOOK = 1 << 20;

  private final Desk desk;
  private final HistoryRoutes history;
  private final ApiKeys keys;
  private final Doorkey doorkey;
  private final Webhooks webhooks;
  private final Failures failures;
  private final HttpDoor door;

  /// `port` 0 takes any free one. `doorkey` lets a second start of the program knock.
  public ApiServer(
      int port,
      Sources sources,
      ApiKeys keys,
      Doorkey doorkey,
      Webhooks webhooks,
      InstantSource clock)
      throws IOException {
    this.desk = sources.desk();
    this.history = new HistoryRoutes(sources.history(), sources.zone());
    this.keys = keys;
    this.doorkey = doorkey;
    this.webhooks = webhooks;
    this.failures = new Failures(clock);
    this.door =
        new HttpDoor(
            "api", InetAddress.getLoopbackAddress(), port, Set.of("127.0.0.1", "localhost"));
  }

  public String address() {
    return "http://127.0.0.1:" + door.port();
  }

  public void start() {
    door.start(this::answer, () -> {});
  }

  @Override
  public void close() {
    door.close();
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    if (headers.containsKey("Origin") || headers.containsKey("Sec-Fetch-Site")) {
      return Reply.problem(403, "ORIGIN_REFUSED", "no web page may use this API");
    }
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath();
    if (path.equals("/health")) {
      return only("GET", exchange, () -> Reply.json(Map.of("status", state())));
    }
    if (path.equals("/webhooks/razorpay")) {
      return only("POST", exchange, () -> webhook(exchange));
    }
    if (path.equals("/raise")) {
      return only("POST", exchange, () -> raise(bearer(headers)));
    }
    return switch (path) {
      case "/api/sessions" -> only("GET", exchange, () -> known(headers, this::sessions));
      case "/api/history" -> only("GET", exchange, () -> known(headers, () -> history.newest(uri)));
      case "/api/history.csv" -> only("GET", exchange, () -> known(headers, () -> history.csv(uri)));
      case "/api/history.json" ->
          only("GET", exchange, () -> known(headers, () -> history.json(uri)));
      default -> Reply.problem(404, "NOT_FOUND", "no such resource");
    };
  }

  private static Reply only(String method, HttpExchange exchange, Answer answer)
      throws IOException {
    return exchange.getRequestMethod().equals(method)
        ? answer.reply()
        : Reply.problem(405, "METHOD_NOT_ALLOWED", method + " only").with("Allow", method);
  }

  private Reply known(Headers headers, Answer answer) throws IOException {
    if (failures.tooMany()) {
      return Reply.problem(429, "TOO_MANY_FAILURES", "wait a minute").with("Retry-After", "60");
    }
    if (!keys.accepts(bearer(headers))) {
      failures.add();
      return Reply.problem(401, "API_KEY_WRONG", "give the shop's API key as a bearer token")
          .with("WWW-Authenticate", "Bearer");
    }
    return answer.reply();
  }

  private Reply raise(String token) {
    return doorkey.fits(token)
        ? Reply.json(Map.of("raised", doorkey.knock().getAsBoolean()))
        : Reply.problem(401, "DOORKEY_WRONG", "not a second start of this shop");
  }

  /// Authenticated by its signature over the raw bytes, and by nothing else (decision 11).
  private Reply webhook(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_WEBHOOK + 1);
    List<String> signatures =
        exchange.getRequestHeaders().getOrDefault("X-Razorpay-Signature", List.of());
    return webhooks.heard(body, signatures)
        ? Reply.json(Map.of("status", "ok"))
        : Reply.problem(401, "SIGNATURE_WRONG", "not a message of this shop's gateway");
  }

  private Reply sessions() {
    return Reply.json(Map.of("sessions", ApiViews.sessions(desk.sessions().get())));
  }

  private String state() {
    return ApiViews.word(desk.status().get().state());
  }

  private static String bearer(Headers headers) {
    @Nullable String given = headers.getFirst("Authorization");
    return given != null && given.startsWith(BEARER) ? given.substring(BEARER.length()) : "";
  }

  /// What is told of; `zone` is where the shop's days begin.
  public record Sources(Desk desk, History history, ZoneId zone) {}

  /// Who reads the messages of the shop's gateway: true for a genuine one.
  @FunctionalInterface
  public interface Webhooks {
    boolean heard(byte[] body, List<String> signatures);
  }

  @FunctionalInterface
  private interface Answer {
    Reply reply() throws IOException;
  }

  /// What a second start of the program finds in the data folder: a token, and who is called by it;
  /// `knock` says whether a window came to the front.
  public record Doorkey(String token, BooleanSupplier knock) {
    boolean fits(String given) {
      return MessageDigest.isEqual(token.getBytes(US_ASCII), given.getBytes(US_ASCII));
    }
  }
}
