// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;

import io.secureprint.agent.OutsideServer;
import io.secureprint.agent.SettableClock;
import io.secureprint.agent.automation.ActionDoer.Result;
import io.secureprint.agent.store.Database;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Webhooks to a real server on this machine.
final class HookCallerTest {
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private OutsideServer server;

  @BeforeEach
  void listen() {
    server = OutsideServer.open(this::answer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWebhookIsSignedAndTriedAgainUnderTheSameKeyUntilItArrives() throws Database.Unusable {
    status = 503;
    try (AutomationShop shop = new AutomationShop(Database.open(folder), clock)) {
      shop.has(
          "tell",
          "{\"type\": \"event\", \"events\": [\"SlaBreached\"]}",
          "",
          "{\"type\": \"webhook\", \"url\": \"" + url() + "\", \"text\": \"late: \\\"${payload.task_type}\\\"\"}");
      shop.append("task", "t1", "SlaBreached", Map.of("task_type", "intake"));
      String run = requireNonNull(shop.evaluated("tell", 1).getFirst().runId());
      await().until(() -> shop.automations.run(run).orElseThrow().progress().attempts() == 1);
      status = 204;
      clock.pass(Duration.ofSeconds(1));
      shop.append("task", "t2", "SlaBreached", Map.of("task_type", "review"));
      shop.evaluated("tell", 2);
      shop.settled("tell");

      assertThat(received).hasSize(3);
      Received first = received.getFirst();
      assertThat(first.key()).isEqualTo(run + "-0").isEqualTo(received.get(1).key());
      assertThat(received.get(2).key()).isNotEqualTo(first.key());
      assertThat(first.body()).contains("\"text\":\"late: \\\"intake\\\"\"", "\"aggregate_id\":\"t1\"");
      String secret = new HookSignature(new byte[32]).outgoing();
      assertThat(HookSignature.matches(secret, first.time(), first.body().getBytes(UTF_8), first.signature()))
          .isTrue();
    }
  }

  @Test
  void aWebhookThatWasGivenUpGoesOutAgainUnderItsOwnKeyWhenSomebodySaysSo() throws Database.Unusable {
    status = 404;
    try (AutomationShop shop = new AutomationShop(Database.open(folder), clock)) {
      shop.has(
          "tell", "{\"type\": \"manual\"}", "",
          "{\"type\": \"webhook\", \"url\": \"" + url() + "\"}");
      String id = requireNonNull(shop.automations.press("tell", "asha").orElseThrow().runId());
      shop.settled("tell");
      assertThat(shop.automations.run(id).orElseThrow().progress().code()).isEqualTo("WEBHOOK_FAILED");
      status = 200;
      assertThat(shop.automations.again(id, "ravi")).isTrue();
      shop.settled("tell");
      Run done = shop.automations.run(id).orElseThrow();
      assertThat(done.progress().state()).isEqualTo(Run.State.DONE);
      assertThat(done.progress().code()).isEmpty();
      assertThat(received).extracting(Received::key).containsExactly(id + "-0", id + "-0");
      assertThat(shop.automations.again(id, "ravi")).isFalse();
      assertThat(shop.automations.again("nobody", "ravi")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200,Done", "204,Done", "302,Refused", "307,Refused", "400,Refused", "404,Refused", "410,Refused",
    "408,Later", "429,Later", "500,Later", "503,Later"
  })
  void whatItAnswersDecidesWhetherItIsTriedAgain(int answer, String expected) {
    status = answer;
    assertThat(call(url()).getClass().getSimpleName()).isEqualTo(expected);
    assertThat(received).hasSize(1);
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() {
    status = 299;
    assertThat(call(url())).isEqualTo(new Result.Done());
  }

  @Test
  void nobodyAtHomeIsAskedLater() {
    server.close();
    assertThat(call(url())).isInstanceOf(Result.Later.class);
    assertThat(call("https://nobody.invalid/")).isInstanceOf(Result.Later.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://93.184.216.34/x,true", "https://[2606:4700::1111]/,true", "https://127.0.0.1/,true",
    "https://192.168.1.9/,true", "https://169.254.169.254/,false", "https://[fe80::1]/,false",
    "https://0.0.0.0/,false", "https://[::]/,false", "https://224.0.0.1/,false", "http://127.0.0.1:8/,true", "http://192.168.1.9/,true",
    "http://10.1.2.3/,true", "http://[::1]/,true", "http://[fd00::1]/,true", "http://8.8.8.8/,false",
    "http://169.254.169.254/latest,false", "http://[2001:db8::1]/,false", "http://0.0.0.0/,false"
  })
  void inClearOnlyTheShopsOwnNetworkIsSpokenToAndNoMetadataServiceAtAll(String url, boolean allowed) throws IOException {
    assertThat(HookAddress.isAllowed(URI.create(url))).isEqualTo(allowed);
  }

  private Result call(String url) {
    try (HookCaller caller = new HookCaller(new HookSignature(new byte[32]), clock)) {
      return caller.call(
          new Action(Action.Kind.WEBHOOK, Map.of("url", url, "body", "{}")), "key");
    }
  }

  private String url() {
    return server.address() + "/hook";
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            headers.getFirst("Idempotency-Key"),
            headers.getFirst(HookSignature.TIME),
            headers.getFirst(HookSignature.SIGNATURE),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    exchange.getResponseHeaders().add("Location", url());
    if (status == 299) {
      exchange.sendResponseHeaders(status, 0);
      exchange.getResponseBody().write(new byte[100_000]);
      exchange.getResponseBody().flush();
    } else {
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private record Received(String key, String time, String signature, String body) {}
}
