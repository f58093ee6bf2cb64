// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment.razorpay;

import io.secureprint.agent.payment.ProviderAnswer;

import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Razorpay's REST interface: JSON of up to 1 MiB over HTTP with the shop's keys.
final class Api implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final int MOST_ANSWER = 1 << 20;

  private final Account account;
  private final BankTime time;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Api(Account account, BankTime time) {
    this.account = account;
    this.time = time;
  }

  ProviderAnswer<JsonNode> get(String path) {
    return call(request(path).GET());
  }

  ProviderAnswer<JsonNode> post(String path, Object body) {
    return call(posting(path, body));
  }

  /// A refund: the same key and body are the same refund, however often they are sent.
  ProviderAnswer<JsonNode> post(String path, Object body, String idempotencyKey) {
    return call(posting(path, body).header("X-Refund-Idempotency", idempotencyKey));
  }

  private HttpRequest.Builder posting(String path, Object body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(RazorpayJson.write(body)));
  }

  /// The answer's meaning; null where it has none that we know.
  static <T> ProviderAnswer<T> then(
      ProviderAnswer<JsonNode> answer, Function<JsonNode, @Nullable T> reading) {
    return switch (answer) {
      case ProviderAnswer.Got<JsonNode>(JsonNode json) -> {
        T meaning = reading.apply(json);
        yield meaning == null
            ? new ProviderAnswer.Refused<>("GATEWAY_ANSWER_UNKNOWN")
            : new ProviderAnswer.Got<>(meaning);
      }
      case ProviderAnswer.Refused<JsonNode>(String code) -> new ProviderAnswer.Refused<>(code);
      case ProviderAnswer.Silent<JsonNode>(String why, Optional<Duration> again) ->
          new ProviderAnswer.Silent<>(why, again);
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(account.api() + path))
        .timeout(WHOLE)
        .header("Authorization", account.authorization());
  }

  private ProviderAnswer<JsonNode> call(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          http.send(request.build(), BodyHandlers.ofInputStream());
      response.headers().firstValue("Date").ifPresent(time::heard);
      try (InputStream in = response.body()) {
        return answer(response, in.readNBytes(MOST_ANSWER));
      }
    } catch (IOException e) {
      return new ProviderAnswer.Silent<>(e.getClass().getSimpleName(), Optional.empty());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new ProviderAnswer.Silent<>("interrupted", Optional.empty());
    }
  }

  private static ProviderAnswer<JsonNode> answer(HttpResponse<?> response, byte[] body) {
    int status = response.statusCode();
    // 409: the same was asked for before and is not done yet.
    if (status == 409 || status == 429 || status >= 500) {
      return new ProviderAnswer.Silent<>("HTTP " + status, retryAfter(response));
    }
    if (status == 401 || status == 403) {
      return new ProviderAnswer.Refused<>(ProviderAnswer.KEYS_WRONG);
    }
    if (status / 100 != 2) {
      return new ProviderAnswer.Refused<>("GATEWAY_REFUSED");
    }
    return RazorpayJson.parse(body)
        .<ProviderAnswer<JsonNode>>map(ProviderAnswer.Got::new)
        .orElseGet(() -> new ProviderAnswer.Silent<>("no JSON", Optional.empty()));
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,5}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
