// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.practice.PracticePhone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The figures of a whole shop: `/busy` of its server answers at the third call, `/bad` never.
final class FiguresTest {
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private final AtomicInteger calls = new AtomicInteger();
  private OpenShop shop;
  private GraphQlProgram program;

  @BeforeEach
  void open() throws Exception {
    shop = premises.open(Map.of("session.disconnect", "PT1S"));
    program = GraphQlProgram.calling(shop, this::answer);
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void theFiguresTellWhatBecameOfExecutions() throws Exception {
    program.publish("figures", steps(call("one", "/done")));
    String id = program.start("figures", "{}", "go");
    assertThat(program.metrics()).contains("workflow_contexts 1\n");
    program.step(id, "one", "AFTER_STEP", "{}");
    program.complete(id);
    assertThat(program.metrics())
        .contains("workflow_executions_total{workflow=\"figures\",status=\"COMPLETED\"} 1\n")
        .contains("workflow_execution_seconds_count{workflow=\"figures\"} 1\n")
        .contains("workflow_steps_total{workflow=\"figures\",result=\"success\"} 3\n")
        .contains("workflow_contexts 0\n")
        .contains("workflow_context_bytes 0\n")
        .contains("# TYPE outbox_events_processed_total counter\n")
        .contains("# TYPE automation_trigger_evaluations_total counter\n");
  }

  @Test
  void aStepThatIsTriedAgainOrCancelledDidNotFail() throws Exception {
    program.publish("busy", steps(call("one", "/busy")));
    String id = program.start("busy", "{}", "go");
    program.step(id, "one", "AFTER_STEP", "{}");
    program.publish("left", steps(call("one", "/done")));
    program.cancel(program.start("left", "{}", "gone"), "no time");
    program.publish("bad", steps(call("one", "/bad")));
    program.step(program.start("bad", "{}", "wrong"), "one", "AFTER_STEP", "{}");
    assertThat(program.metrics())
        .contains("workflow_steps_total{workflow=\"busy\",result=\"retry\"} 2\n")
        .contains("workflow_steps_total{workflow=\"busy\",result=\"success\"} 1\n")
        .contains("workflow_steps_total{workflow=\"left\",result=\"cancelled\"} 1\n")
        .contains("workflow_steps_total{workflow=\"bad\",result=\"failure\"} 1\n")
        .doesNotContain("workflow=\"busy\",result=\"failure\"", "workflow=\"left\",result=\"failure\"");
  }

  @Test
  void whatRunsBesideAWorkflowCountsAsItsOwn() throws Exception {
    program.publish(
        "beside",
        steps(
            "{\"id\":\"both\",\"type\":\"PARALLEL\",\"config\":{\"branches\":[{\"steps\":["
                + call("one", "/done") + "]},{\"steps\":[" + call("two", "/done") + "]}]}}"));
    String id = program.start("beside", "{}", "go");
    program.step(id, "both", "AFTER_STEP", "{}");
    program.complete(id);
    assertThat(program.metrics())
        .contains("workflow_steps_total{workflow=\"beside\",result=\"success\"}")
        .contains("workflow_executions_total{workflow=\"beside\",status=\"COMPLETED\"} 1\n")
        .doesNotContain("workflow=\"branch\"");
  }

  @Test
  void whoeverDoesNotGoOnHasExpired() throws Exception {
    program.publish(
        "bell",
        steps("{\"id\":\"bell\",\"type\":\"WAIT\",\"config\":{\"signal\":\"bell\",\"pauseMs\":100}}"));
    program.start("bell", "{}", "go");
    await().untilAsserted(() ->
        assertThat(program.metrics()).contains("workflow_context_expired_total 1\n"));
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      phone.claim();
      assertThat(program.metrics()).contains("workflow_contexts 1\n");
      phone.drop();
    }
    await().untilAsserted(() ->
        assertThat(program.metrics())
            .contains("workflow_context_expired_total 2\n", "workflow_contexts 0\n"));
  }

  private static String call(String id, String path) {
    return "{\"id\":\"" + id + "\",\"type\":\"API_CALL\",\"triggerEndpoint\":\"" + path
        + "\",\"retryConfig\":{\"maxRetries\":3,\"initialDelayMs\":10},\"config\":{\"dataKey\":\"" + id
        + "\"}}";
  }

  private static JsonObject steps(String steps) {
    return JsonObject.parse("{\"name\":\"Figures\",\"steps\":[" + steps + "]}");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status =
          switch (exchange.getRequestURI().getPath()) {
            case "/bad" -> 400;
            case "/busy" -> calls.incrementAndGet() < 3 ? 503 : 200;
            default -> 200;
          };
      exchange.sendResponseHeaders(status, 0);
      exchange.getResponseBody().write("{}".getBytes(UTF_8));
    }
  }
}
