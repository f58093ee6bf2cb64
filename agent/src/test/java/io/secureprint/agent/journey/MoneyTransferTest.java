// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.OutsideServer;
import io.secureprint.agent.access.ShopApiKey;
import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> called = new CopyOnWriteArrayList<>();
  private final List<JsonObject> transfers = new CopyOnWriteArrayList<>();
  private OpenShop shop;
  private OutsideServer bank;
  private String key;

  @BeforeEach
  void openShopAndBank() throws Exception {
    shop = premises.open(Map.of());
    key = new ShopApiKey(shop.folders().apiKey()).renew(Ids.secure());
    bank = OutsideServer.open(this::answer);
    assertThat(shop.agent().connections().save(new Connection("default", bank.address(), ""), "s3cret", "owner"))
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
    step(id, "enter-transfer-details", "AFTER_STEP", details(5000), "");
    JsonObject validated = step(id, "validate-account", "BEFORE_STEP", "{}", "");
    assertThat(validated.object("result").text("token")).contains("abc123xyz");
    step(id, "confirm-transfer", "AFTER_STEP", "{accepted: true}", "");
    JsonObject processed = step(id, "process-transfer", "AFTER_STEP", "{}", "pay-1");
    assertThat(processed.members()).containsEntry("success", true);
    assertThat(step(id, "process-transfer", "AFTER_STEP", "{}", "pay-1")).isEqualTo(processed);
    JsonObject mapped =
        JsonObject.parse(
            """
            {"amount":5000,"senderAccount":"1234567890","recipientAccount":"9876543210",
             "recipientName":"John Doe","validationToken":"abc123xyz"}
            """);
    assertThat(transfers).containsExactly(mapped);
    JsonObject completed =
        graphql("mutation { r: completeWorkflowExecution(executionId: \"" + id
            + "\") { success result executionId } }");
    assertThat(completed.object("result")).isEqualTo(mapped);
    assertThat(called).filteredOn(path -> path.endsWith("transfer")).hasSize(1);
    assertThat(status(id)).isEqualTo("COMPLETED");
    shop.assertNothingRemainsOf("s3cret");
  }

  @Test
  void whatTheBankRefusesLeadsBackToTheQuestion() throws Exception {
    String id = started("start-2");
    step(id, "enter-transfer-details", "AFTER_STEP", details(-1), "");
    JsonObject refused = step(id, "validate-account", "BEFORE_STEP", "{}", "");
    assertThat(refused.members())
        .containsEntry("success", false)
        .containsEntry("shouldProceed", false)
        .containsEntry("nextStepId", "enter-transfer-details")
        .containsEntry("fieldErrors", List.of(Map.of("field", "amount", "message", "too little")));
    step(id, "enter-transfer-details", "AFTER_STEP", details(10), "");
    assertThat(step(id, "validate-account", "BEFORE_STEP", "{}", "").members())
        .containsEntry("shouldProceed", true);
    graphql("mutation { r: cancelWorkflowExecution(executionId: \"" + id
        + "\", reason: \"changed my mind\") { id } }");
    assertThat(status(id)).isEqualTo("CANCELLED");
  }

  @Test
  void aCommandThatComesTwiceStartsOneExecution() throws Exception {
    assertThat(started("same")).isEqualTo(started("same"));
  }

  private String started(String command) throws Exception {
    return graphql(
            "mutation { r: startWorkflowExecution(workflowId: \"money-transfer\", pageId: \"kiosk\","
                + " initialContext: {userId: \"user123\", userAccount: \"1234567890\"},"
                + " commandId: \"" + command + "\") { id } }")
        .text("id")
        .orElseThrow();
  }

  private static String details(int amount) {
    return "{amount: " + amount
        + ", recipientAccount: \"9876543210\", recipientName: \"John Doe\"}";
  }

  private JsonObject step(String id, String step, String timing, String input, String command)
      throws Exception {
    String once = command.isEmpty() ? "" : ", commandId: \"" + command + "\"";
    return graphql(
        "mutation { r: executeWorkflowStep(executionId: \"" + id + "\", stepId: \"" + step
            + "\", input: " + input + ", timing: " + timing + once
            + ") { success result shouldProceed error fieldErrors { field message } nextStepId } }");
  }

  private String status(String id) throws Exception {
    return graphql("{ r: workflowExecution(id: \"" + id + "\") { status } }")
        .text("status")
        .orElseThrow();
  }

  private JsonObject graphql(String query) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(shop.agent().addresses().api() + "/graphql"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JsonObject.of("query", query).bytes()))
            .build();
    String body = http.send(request, BodyHandlers.ofString()).body();
    JsonObject answer = JsonObject.parse(body);
    assertThat(answer.member("errors")).as(body).isEmpty();
    return answer.object("data").object("r");
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
    Shelf shelf = shop.agent().workflows();
    try (InputStream in = getClass().getResourceAsStream("/workflows/money-transfer.json")) {
      JsonObject text = JsonObject.parse(Objects.requireNonNull(in).readAllBytes());
      shelf.save(new Shelf.Draft("money-transfer", text, 0), "owner");
    }
    assertThat(shelf.publish(new Shelf.Publication("money-transfer", "", 1), "owner"))
        .isInstanceOf(Shelf.Outcome.Published.class);
  }
}
