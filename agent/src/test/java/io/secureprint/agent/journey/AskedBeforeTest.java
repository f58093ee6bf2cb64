// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.JsonObject;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What a server says to a question, before it is asked or after the answer, stands beside the answer:
/// `/fee` always says the same, `/once-no` takes the second answer.
final class AskedBeforeTest {
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private final AtomicInteger checked = new AtomicInteger();
  private GraphQlProgram program;

  @BeforeEach
  void open() throws Exception {
    OpenShop shop = premises.open(Map.of());
    program = GraphQlProgram.calling(shop, this::answer);
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void whatItSaidBeforeTheQuestionOutlivesTheAnswer() throws Exception {
    program.publish(
        "fee",
        workflow(
            """
            "config":{"apiMapping":{"fee":"sure.server.fee","yes":"sure.accepted","rate":"how.server.fee"}},
            "steps":[
            {"id":"how","type":"FORM","triggerEndpoint":"/fee","triggerTiming":"BEFORE_STEP",
             "config":{"formId":"f","dataKey":"how"}},
            {"id":"sure","type":"CONFIRMATION","triggerEndpoint":"/fee","triggerTiming":"BEFORE_STEP",
             "config":{"message":"It costs ${sure.server.fee}","dataKey":"sure"}}]
            """));
    String id = program.start("fee", "{}", "go");
    program.step(id, "how", "BEFORE_STEP", "{}");
    program.step(id, "how", "AFTER_STEP", "{server: {fee: 0}}");
    program.step(id, "sure", "BEFORE_STEP", "{}");
    program.step(id, "sure", "AFTER_STEP", "{accepted: true}");
    assertThat(program.complete(id).object("result").members())
        .containsEntry("fee", 10L)
        .containsEntry("rate", 10L)
        .containsEntry("yes", true);
  }

  @Test
  void whatItSaidToTheFormerAnswerIsGoneWithThatAnswer() throws Exception {
    program.publish(
        "again",
        workflow(
            """
            "steps":[{"id":"who","type":"FORM","triggerEndpoint":"/once-no",
             "config":{"formId":"f","dataKey":"who"}}]
            """));
    String id = program.start("again", "{}", "go");
    assertThat(program.step(id, "who", "AFTER_STEP", "{name: \"A\"}").text("error"))
        .contains("Not yet");
    program.step(id, "who", "AFTER_STEP", "{name: \"B\"}");
    assertThat(program.complete(id).object("result").object("who"))
        .isEqualTo(JsonObject.parse("{\"name\":\"B\",\"server\":{\"valid\":true}}"));
  }

  private static JsonObject workflow(String members) {
    return JsonObject.parse("{\"name\":\"Before\"," + members + "}");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String reply =
          exchange.getRequestURI().getPath().equals("/fee")
              ? "{\"fee\":10}"
              : checked.incrementAndGet() == 1
                  ? "{\"valid\":false,\"message\":\"Not yet\"}"
                  : "{\"valid\":true}";
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(reply.getBytes(UTF_8));
    }
  }
}
