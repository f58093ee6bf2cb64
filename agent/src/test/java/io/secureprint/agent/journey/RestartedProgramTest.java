// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.OutsideServer;
import io.secureprint.agent.kernel.JsonObject;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/// What a program began does not end with the shop that it was begun in: no customer's documents are in
/// it.
final class RestartedProgramTest {
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private OpenShop shop;
  private GraphQlProgram program;

  @BeforeEach
  void open() throws Exception {
    shop = premises.open(Map.of());
    program = new GraphQlProgram(shop);
  }

  @Test
  void itGoesOnWhereItStoodWithWhatIsKnown() throws Exception {
    program.publish(
        "two",
        steps(
            """
            {"id":"first","type":"FORM","config":{"formId":"a","dataKey":"first"}},
            {"id":"second","type":"FORM","config":{"formId":"b","dataKey":"second"}}
            """));
    String id = program.start("two", "{who: \"Asha\"}", "go");
    program.step(id, "first", "AFTER_STEP", "{word: \"one\"}");
    open();
    assertThat(program.execution(id).object("context").text("who")).contains("Asha");
    program.step(id, "second", "AFTER_STEP", "{word: \"two\"}");
    JsonObject result = program.complete(id).object("result");
    assertThat(result.object("first").text("word")).contains("one");
    assertThat(result.object("second").text("word")).contains("two");
  }

  @Test
  void whatRunsBesideItGoesOnAsWell() throws Exception {
    try (OutsideServer server = OutsideServer.open(this::answer)) {
      GraphQlProgram.connect(shop, server.address());
      program.publish(
          "beside",
          steps(
              """
              {"id":"tell","type":"API_CALL","executionMode":"SERVER_ASYNC",
               "triggerEndpoint":"/tell","config":{"dataKey":"tell"}}
              """));
      String id = program.start("beside", "{}", "go");
      program.step(id, "tell", "AFTER_STEP", "{}");
      await().until(() -> keys.size() == 1);
      open();
      open.countDown();
      assertThat(program.complete(id).object("result").object("tell").members())
          .containsEntry("told", true);
      assertThat(keys).hasSizeGreaterThan(1);
      assertThat(Set.copyOf(keys)).as("one key, so that the server does it once").hasSize(1);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      open.await();
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("{\"told\":true}".getBytes(UTF_8));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonObject steps(String steps) {
    return JsonObject.parse("{\"name\":\"Restarted\",\"steps\":[" + steps + "]}");
  }
}
