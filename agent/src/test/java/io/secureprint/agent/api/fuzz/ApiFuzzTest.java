// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.api.ApiHouse;
import io.secureprint.agent.api.FullHouse;
import io.secureprint.agent.api.RawHttp;
import io.secureprint.agent.api.route.Wire;
import io.secureprint.driver.campaign.CampaignRecord;

import tools.jackson.databind.JsonNode;

import graphql.introspection.IntrospectionQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Whatever is asked, the API answers as it says of itself: in time, with a status and a body that its
/// description has, never with a fault of its own, and never with what belongs to somebody else.
final class ApiFuzzTest {
  private static final String SECRET = "beta-secret";

  @TempDir private Path folder;
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private ApiHouse house;
  private JsonNode description;
  private SchemaRules rules;
  private String alpha;
  private String auditor;

  @BeforeEach
  void open() throws Exception {
    house = FullHouse.open(folder);
    description = Wire.json().readTree(house.http.get("/openapi.json").body());
    rules = new SchemaRules(description);
    alpha = house.key("alpha", ApiRole.INTEGRATOR);
    auditor = house.key("auditor", ApiRole.AUDITOR);
    String start =
        "mutation { startWorkflowExecution(workflowId: \"money-transfer\", pageId: \"" + SECRET
            + "\", initialContext: {who: \"" + SECRET + "\"}) { id } }";
    String beta = house.key("beta", ApiRole.INTEGRATOR);
    for (int i = 0; i < 5; i++) {
      assertThat(graphql(start, beta).body()).contains("\"e-" + (i + 1) + "\"");
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void requestsOfAnyKindAreAnsweredAsTheDescriptionSays() throws IOException {
    play(new Random(20_261_122), 1_500);
    assertThat(statuses).containsKeys(200, 201, 400, 401, 403, 404, 413, 415, 422);
  }

  @Test
  @Tag("campaign")
  @Tag("api")
  void manyRequestsOfAnyKindAreAnsweredAsTheDescriptionSays() throws Exception {
    long seed = System.nanoTime();
    int requests = 150_000;
    play(new Random(seed), requests);
    new CampaignRecord("api")
        .with("requests", requests)
        .with("seed", seed)
        .with("answers by status", statuses.toString())
        .write();
  }

  private void play(Random random, int requests) throws IOException {
    RandomJson json = new RandomJson(rules, random);
    FuzzRequest request = new FuzzRequest(random, json);
    JsonNode schema =
        Wire.json().readTree(graphql(IntrospectionQuery.INTROSPECTION_QUERY, alpha).body());
    RandomDocument documents = new RandomDocument(schema.path("data"), json, random);
    List<Operation> operations = operations();
    for (int i = 0; i < requests; i++) {
      if (random.nextInt(4) == 0) {
        RawHttp.Answer answer = graphql(documents.next(), alpha);
        fits("graphql", operation(operations, "graphql"), answer, json);
      } else {
        ask(operations.get(random.nextInt(operations.size())), request, json, random);
      }
    }
  }

  private void ask(Operation operation, FuzzRequest request, RandomJson json, Random random)
      throws IOException {
    String path = request.path(operation.path(), operation.node());
    JsonNode content = operation.node().path("requestBody").path("content");
    String body = "";
    if (content.has("application/json")) {
      body = request.body(content.path("application/json").path("schema"));
    } else if (content.has("*/*")) {
      body = json.odd();
    }
    boolean stranger = random.nextInt(20) == 0;
    RawHttp http =
        stranger ? house.http.from("127.0." + random.nextInt(250) + ".7") : house.http;
    String sent =
        request.http(
            operation.method(), path, house.http.port(), body,
            stranger ? ApiHouse.bearer("sps_" + random.nextLong()) : key(operation, random));
    if (random.nextInt(500) == 0) {
      house.clock.pass(Duration.ofMinutes(1));
    }
    fits(sent, operation, http.raw(sent), json);
  }

  /// The shop's user would end the keys that this test goes on with.
  private String key(Operation operation, Random random) {
    boolean owner =
        operation.node().path("security").toString().contains("doorkey")
            && !operation.path().contains("revoke");
    if (owner && random.nextBoolean()) {
      return ApiHouse.bearer(ApiHouse.DOORKEY);
    }
    return random.nextInt(10) == 0 ? auditor : alpha;
  }

  private void fits(String sent, Operation operation, RawHttp.Answer answer, RandomJson json) {
    String asked = sent.length() > 3_000 ? sent.substring(0, 3_000) : sent;
    statuses.merge(answer.status(), 1, Integer::sum);
    assertThat(answer.status()).as("an answer to %s", asked).isBetween(200, 499);
    assertThat(answer.head() + answer.body()).as(asked).doesNotContain(SECRET, "\"code\":\"INTERNAL\"");
    JsonNode response = operation.node().path("responses").path(Integer.toString(answer.status()));
    assertThat(response.isObject())
        .as("%s is described for %s: %s", answer.status(), asked, answer.body())
        .isTrue();
    JsonNode content = response.path("content").path(answer.header("Content-Type"));
    assertThat(content.isObject()).as("%s of %s", answer.head(), asked).isTrue();
    if (content.has("schema")) {
      JsonNode body = Wire.json().readTree(answer.body());
      assertThat(rules.wrong(content.path("schema"), body)).as("%s\n%s", asked, body).isEmpty();
      body.findValuesAsString("id").stream().limit(3).forEach(json::remember);
    }
  }

  private RawHttp.Answer graphql(String document, String key) throws IOException {
    String body = Wire.json().writeValueAsString(Map.of("query", document));
    return house.http.post("/graphql", body, key);
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    description.path("paths").forEachEntry((path, methods) ->
        methods.forEachEntry((method, node) ->
            operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, node))));
    assertThat(operations).hasSizeGreaterThan(20);
    return operations;
  }

  private static Operation operation(List<Operation> all, String name) {
    return all.stream()
        .filter(each -> each.node().path("operationId").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private record Operation(String method, String path, JsonNode node) {}
}
