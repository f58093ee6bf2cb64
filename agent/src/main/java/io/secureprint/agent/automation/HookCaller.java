// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.automation.ActionDoer.Result;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;

/// Sends webhooks. The same message has the same `Idempotency-Key` each time; no redirect is followed;
/// of the answer nothing but its status is read.
final class HookCaller implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY = 429;
  private static final int REQUEST_TIMEOUT = 408;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(Redirect.NEVER).build();
  private final HookSignature signature;
  private final InstantSource clock;

  HookCaller(HookSignature signature, InstantSource clock) {
    this.signature = signature;
    this.clock = clock;
  }

  /// Blocks until there is an answer, at most about 10 seconds.
  Result call(Action action, String idempotencyKey) {
    URI uri = URI.create(action.field("url"));
    byte[] body = action.field("body").getBytes(UTF_8);
    String time = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .header(HookSignature.TIME, time)
            .header(
                HookSignature.SIGNATURE, HookSignature.sign(signature.outgoing(), time, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return HookAddress.isAllowed(uri)
          ? result(status(request))
          : new Result.Refused(
              "WEBHOOK_FORBIDDEN",
              "in clear only to this machine and the shop's network, and nowhere to a link-local address");
    } catch (IOException e) {
      return new Result.Later("WEBHOOK_UNREACHABLE", e.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Result.Later("WEBHOOK_UNREACHABLE", "the agent closes");
    }
  }

  /// An answer that never ends is not waited for.
  private int status(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream _ = answer.body()) {
      return answer.statusCode();
    }
  }

  private static Result result(int status) {
    String words = "it answered " + status;
    if (status >= 200 && status < 300) {
      return new Result.Done();
    }
    boolean later =
        status >= 500 || status == TOO_MANY || status == TOO_EARLY || status == REQUEST_TIMEOUT;
    return later
        ? new Result.Later("WEBHOOK_FAILED", words)
        : new Result.Refused("WEBHOOK_FAILED", words);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
