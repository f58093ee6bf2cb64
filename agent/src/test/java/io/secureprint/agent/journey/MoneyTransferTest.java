// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.OutsideServer;
import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The example of the API, run by a program over GraphQL against a bank that is another server.
final class MoneyTransferTest {
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private final List<String> called = new CopyOnWriteArrayList<>();
  private final List<JsonObject> transfers = new CopyOnWriteArrayList<>();
  private OpenShop shop;
  private OutsideServer bank;
  private GraphQlProgram program;

  @BeforeEach
  void openShopAndBank() throws Exception {
    shop = premises.open(Map.of());
    program = new GraphQlProgram(shop);
    bank = OutsideServer.open(this::answer);
    assertThat(shop.agent().connections().add(new Connection("default", bank.address(), ""), "s3cret", "owner"))
        .isEmpty();
    publish();
  }

  @AfterEach
  void closeTheBank() {
    bank.close();
  }

  @Test
  void theExampleRunsLiterally() throws Exception {
    String id = started("start-1");
    program.step(id, "enter-transfer-details", "AFTER_STEP", details(5000), "");
    JsonObject validated = program.step(id, "validate-account", "BEFORE_STEP", "{}", "");
    assertThat(validated.object("result").text("token")).contains("abc123xyz");
    program.step(id, "confirm-transfer", "AFTER_STEP", "{accepted: true}", "");
    JsonObject processed = program.step(id, "process-transfer", "AFTER_STEP", "{}", "pay-1");
    assertThat(processed.members()).containsEntry("success", true);
    assertThat(program.step(id, "process-transfer", "AFTER_STEP", "{}", "pay-1")).isEqualTo(processed);
    JsonObject mapped =
        JsonObject.parse(
            """
            {"amount":5000,"senderAccount":"1234567890","recipientAccount":"9876543210",
             "recipientName":"John Doe","validationToken":"abc123xyz"}
            """);
    assertThat(transfers).containsExactly(mapped);
    JsonObject completed = program.complete(id);
    assertThat(completed.object("result")).isEqualTo(mapped);
    assertThat(called).filteredOn(path -> path.endsWith("transfer")).hasSize(1);
    assertThat(program.status(id)).isEqualTo("COMPLETED");
    shop.assertNothingRemainsOf("s3cret");
  }

  @Test
  void whatTheBankRefusesLeadsBackToTheQuestion() throws Exception {
    String id = started("start-2");
    program.step(id, "enter-transfer-details", "AFTER_STEP", details(-1), "");
    JsonObject refused = program.step(id, "validate-account", "BEFORE_STEP", "{}", "");
    assertThat(refused.members())
        .containsEntry("success", false)
        .containsEntry("shouldProceed", false)
        .containsEntry("nextStepId", "enter-transfer-details")
        .containsEntry("fieldErrors", List.of(Map.of("field", "amount", "message", "too little")));
    program.step(id, "enter-transfer-details", "AFTER_STEP", details(10), "");
    assertThat(program.step(id, "validate-account", "BEFORE_STEP", "{}", "").members())
        .containsEntry("shouldProceed", true);
    program.cancel(id, "changed my mind");
    assertThat(program.status(id)).isEqualTo("CANCELLED");
  }

  @Test
  void theExampleProgramsRunIt(@TempDir Path scripts) throws Exception {
    String result = "\"amount\":5000";
    assertThat(ExampleClient.java(program.environment())).contains(result);
    assertThat(ExampleClient.typeScript(scripts, program.environment())).contains(result);
    assertThat(transfers).hasSize(2);
  }

  @Test
  void aCommandThatComesTwiceStartsOneExecution() throws Exception {
    assertThat(started("same")).isEqualTo(started("same"));
  }

  private String started(String command) throws Exception {
    return program.start(
        "money-transfer", "{userId: \"user123\", userAccount: \"1234567890\"}", command);
  }

  private static String details(int amount) {
    return "{amount: " + amount
        + ", recipientAccount: \"9876543210\", recipientName: \"John Doe\"}";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      called.add(exchange.getRequestURI().getPath());
      JsonObject asked = JsonObject.parse(exchange.getRequestBody().readAllBytes());
      boolean known =
          List.of("Bearer s3cret").equals(exchange.getRequestHeaders().get("Authorization"));
      String reply = "{}";
      if (exchange.getRequestURI().getPath().equals("/api/accounts/validate")) {
        boolean enough =
            asked.object("transferDetails").members().get("amount") instanceof Number n
                && n.intValue() > 0;
        reply =
            enough
                ? "{\"token\":\"abc123xyz\",\"valid\":true}"
                : "{\"valid\":false,\"errors\":{\"amount\":\"too little\"}}";
      } else {
        transfers.add(asked);
      }
      exchange.sendResponseHeaders(known ? 200 : 401, 0);
      exchange.getResponseBody().write(reply.getBytes(UTF_8));
    }
  }

  private void publish() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/workflows/money-transfer.json")) {
      program.publish(
          "money-transfer", JsonObject.parse(Objects.requireNonNull(in).readAllBytes()));
    }
  }
}
