// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;

import io.secureprint.agent.OutsideServer;
import io.secureprint.agent.access.ShopApiKey;
import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.JsonObject;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// A program with a key of its own that runs workflows of a shop over GraphQL.
final class GraphQlProgram implements AutoCloseable {
  private static final String RESULT =
      "{ success result shouldProceed error fieldErrors { field message } nextStepId }";
  private final HttpClient http = HttpClient.newHttpClient();
  private final OpenShop shop;
  private final String key;

  private final @Nullable OutsideServer server;

  GraphQlProgram(OpenShop shop) throws IOException {
    this(shop, null);
  }

  private GraphQlProgram(OpenShop shop, @Nullable OutsideServer server) throws IOException {
    this.shop = shop;
    this.key = new ShopApiKey(shop.folders().apiKey()).renew(Ids.secure());
    this.server = server;
  }

  /// A program of a shop whose workflows call a server that answers so, for as long as the program is
  /// there.
  static GraphQlProgram calling(OpenShop shop, HttpHandler answer) throws IOException {
    OutsideServer server = OutsideServer.open(answer);
    connect(shop, server.address());
    return new GraphQlProgram(shop, server);
  }

  /// From now on the shop's workflows call the server at this address.
  static void connect(OpenShop shop, URI server) {
    Connection connection = new Connection(Connection.USUAL, server, "");
    assertThat(shop.agent().connections().add(connection, "s3cret", "owner")).isEmpty();
  }

  /// What a program on this PC is told of the shop, as its environment.
  Map<String, String> environment() {
    return Map.of("SPS_URL", shop.agent().addresses().api(), "SPS_KEY", key);
  }

  /// The owner writes a workflow for programs.
  void publish(String slug, JsonObject text) {
    Shelf shelf = shop.agent().workflows();
    assertThat(shelf.save(new Shelf.Draft(slug, text, 0), "owner"))
        .isInstanceOf(Shelf.Outcome.Saved.class);
    assertThat(shelf.publish(new Shelf.Draft(slug, text, 1), "", "owner"))
        .isInstanceOf(Shelf.Outcome.Published.class);
  }

  /// The id of the execution; `context` is a GraphQL object.
  String start(String slug, String context, String command) throws Exception {
    return ask(
            "mutation { r: startWorkflowExecution(workflowId: \"" + slug + "\", pageId: \"kiosk\","
                + " initialContext: " + context + ", commandId: \"" + command + "\") { id } }")
        .text("id")
        .orElseThrow();
  }

  JsonObject step(String id, String step, String timing, String input) throws Exception {
    return step(id, step, timing, input, "");
  }

  /// `input` is a GraphQL object; `command` names it once, where it is not empty.
  JsonObject step(String id, String step, String timing, String input, String command)
      throws Exception {
    String once = command.isEmpty() ? "" : ", commandId: \"" + command + "\"";
    return ask(
        "mutation { r: executeWorkflowStep(executionId: \"" + id + "\", stepId: \"" + step
            + "\", input: " + input + ", timing: " + timing + once + ") " + RESULT + " }");
  }

  JsonObject complete(String id) throws Exception {
    return ask(
        "mutation { r: completeWorkflowExecution(executionId: \"" + id
            + "\") { success result executionId } }");
  }

  void cancel(String id, String reason) throws Exception {
    ask(
        "mutation { r: cancelWorkflowExecution(executionId: \"" + id + "\", reason: \"" + reason
            + "\") { id } }");
  }

  JsonObject execution(String id) throws Exception {
    return ask("{ r: workflowExecution(id: \"" + id + "\") { status currentStepId error context } }");
  }

  String status(String id) throws Exception {
    return execution(id).text("status").orElseThrow();
  }

  /// What the shop's figures say.
  String metrics() throws Exception {
    return http.send(to("/metrics").GET().build(), BodyHandlers.ofString()).body();
  }

  /// The answer's status to a message for a webhook.
  int hook(String name, String body) throws Exception {
    return post("/hooks/" + name, body).statusCode();
  }

  /// What the work board says to a wish; `path` is what follows that of the tasks.
  HttpResponse<String> board(String path, String body) throws Exception {
    return post("/api/workflow/tasks" + path, body);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(shop.agent().addresses().api() + path))
        .header("Authorization", "Bearer " + key);
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }

  private JsonObject ask(String query) throws Exception {
    HttpRequest request =
        to("/graphql")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JsonObject.of("query", query).bytes()))
            .build();
    String body = http.send(request, BodyHandlers.ofString()).body();
    JsonObject answer = JsonObject.parse(body);
    assertThat(answer.member("errors")).as(body).isEmpty();
    return answer.object("data").object("r");
  }
}
