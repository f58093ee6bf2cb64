// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.api.route.Wire;

import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The work board as a program drives it.
final class BoardRoutesTest {
  private static final String TASKS = "/api/workflow/tasks";
  private static final String PLANS = "/api/workflow/action-plans";

  @TempDir private Path folder;
  private ApiHouse house;
  private String key;

  @BeforeEach
  void start() throws Exception {
    house = new ApiHouse(folder, ApiHouse.generous(), BoardDesk::routes);
    key = house.key("partner", ApiRole.INTEGRATOR);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void aTaskIsMadeFoundMovedAndListed() throws IOException {
    RawHttp.Answer made = house.http.post(TASKS, task(",\"assignee\":\"Asha\""), key);
    assertThat(made.status()).isEqualTo(201);
    JsonNode task = json(made);
    assertThat(made.header("Location")).isEqualTo(TASKS + "/" + task.path("id").asString());
    assertThat(task.path("state").asString()).isEqualTo("new");
    assertThat(task.path("priority").asString()).isEqualTo("normal");
    assertThat(task.path("promise").path("target").asString()).isEqualTo("PT1H");
    JsonNode moved = json(move(task, "in_progress"));
    assertThat(moved.path("state").asString()).isEqualTo("in_progress");
    assertThat(moved.path("revision").asInt()).isEqualTo(2);
    JsonNode detail = json(house.http.get(made.header("Location"), key));
    assertThat(detail.path("task")).isEqualTo(moved);
    assertThat(detail.path("allowed").toString())
        .contains("{\"to\":\"completed\",\"reason\":null}", "\"to\":\"blocked\"")
        .contains("{\"to\":\"cancelled\",\"reason\":\"Cancelling needs a reason\"}");
    assertThat(json(house.http.get(TASKS + "?state=in_progress,blocked&type=intake", key))
            .path("tasks"))
        .hasSize(1);
    assertThat(json(house.http.get(TASKS + "?state=completed", key)).path("tasks")).isEmpty();
  }

  @Test
  void aMoveThatTheMachineDoesNotHaveIsRefusedWithWhatThereIs() throws IOException {
    JsonNode task = json(house.http.post(TASKS, task(",\"assignee\":\"Asha\""), key));
    assertThat(move(task, "in_progress").status()).isEqualTo(200);
    assertThat(move(task, "completed").status()).isEqualTo(200);
    RawHttp.Answer refused = move(task, "in_progress");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                + "\"code\":\"INVALID_TRANSITION\","
                + "\"detail\":\"Transition from completed to in_progress not allowed\","
                + "\"success\":false,"
                + "\"message\":\"Transition from completed to in_progress not allowed\","
                + "\"error_code\":\"INVALID_TRANSITION\",\"allowed\":[]}");
  }

  @Test
  void aGuardsRefusalSaysWhyOfEachMove() throws IOException {
    JsonNode task = json(house.http.post(TASKS, task(""), key));
    assertThat(move(task, "in_progress").status()).isEqualTo(200);
    RawHttp.Answer refused = move(task, "completed");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("\"error_code\":\"TASK_NOT_ASSIGNED\"")
        .contains("{\"to\":\"completed\",\"reason\":\"The task is assigned to nobody\"}");
  }

  @Test
  void aProgramCompletesATaskOfNobodyByNamingWhoDidIt() throws IOException {
    JsonNode task = json(house.http.post(TASKS, task(""), key));
    String path = TASKS + "/" + task.path("id").asString();
    String taken = "{\"to\":\"in_progress\",\"assignee\":\"Asha\"}";
    JsonNode moved = json(house.http.post(path + "/transition", taken, key));
    assertThat(moved.path("assignee").asString()).isEqualTo("Asha");
    assertThat(moved.path("revision").asInt()).isEqualTo(2);
    assertThat(move(task, "completed").status()).isEqualTo(200);
    JsonNode other = json(house.http.post(TASKS, task(""), key));
    move(other, "in_progress");
    String did = "{\"to\":\"completed\",\"assignee\":\"%s\"}";
    String done = TASKS + "/" + other.path("id").asString() + "/transition";
    assertThat(house.http.post(done, did.formatted(" "), key).body())
        .contains("TASK_PERSON_WRONG", "\"field\":\"assignee\"");
    assertThat(json(house.http.post(done, did.formatted("Ravi"), key)).path("state").asString())
        .isEqualTo("completed");
  }

  @Test
  void aWishIsGrantedOnceAndOnlyForTheRevisionThatWasRead() throws IOException {
    String once = TASKS + "?command_id=c-1";
    JsonNode first = json(house.http.post(once, task(""), key));
    assertThat(json(house.http.post(once, task(""), key)).path("id")).isEqualTo(first.path("id"));
    RawHttp.Answer other = house.http.post(once, task(",\"priority\":\"urgent\""), key);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body()).contains("COMMAND_REUSED");
    String path = TASKS + "/" + first.path("id").asString() + "/transition?revision=";
    assertThat(house.http.post(path + 2, "{\"to\":\"blocked\"}", key).body())
        .contains("CHANGED_MEANWHILE");
    assertThat(house.http.post(path + 1, "{\"to\":\"blocked\"}", key).status()).isEqualTo(200);
  }

  @Test
  void pagesFollowEachOtherWithoutGapsOrRepeats() throws IOException {
    for (int i = 0; i < 7; i++) {
      house.http.post(TASKS, task(i % 2 == 0 ? ",\"priority\":\"urgent\"" : ""), key);
    }
    for (String order : List.of("newest", "most_urgent")) {
      List<String> ids = new ArrayList<>();
      String after = "";
      do {
        JsonNode page =
            json(house.http.get(TASKS + "?limit=3&order=" + order + after, key));
        page.path("tasks").forEach(task -> ids.add(task.path("id").asString()));
        after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
      } while (!after.isEmpty());
      assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }
  }

  @Test
  void aPlanBecomesTasksAndIsPutAwayWhenTheyAreOver() throws IOException {
    String draft =
        "{\"title\":\"Exam week\",\"items\":[{\"title\":\"Order paper\",\"task_type\":\"refill_paper\","
            + "\"area\":\"store\",\"priority\":\"high\"}]}";
    RawHttp.Answer made = house.http.post(PLANS, draft, key);
    assertThat(made.status()).isEqualTo(201);
    String path = made.header("Location");
    JsonNode active = json(house.http.post(path + "/activate", "", key));
    assertThat(active.path("state").asString()).isEqualTo("active");
    String task = active.path("items").get(0).path("task_id").asString();
    RawHttp.Answer early = house.http.post(path + "/archive", "", key);
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.body()).contains("\"error_code\":\"PLAN_TASKS_OPEN\"", "\"to\":\"archived\"");
    house.http.post(
        TASKS + "/" + task + "/transition",
        "{\"to\":\"cancelled\",\"reason\":\"paper came by itself\"}", key);
    assertThat(json(house.http.post(path + "/archive", "", key)).path("state").asString())
        .isEqualTo("archived");
    assertThat(house.http.post(path + "/activate", "", key).body())
        .contains("Transition from archived to active not allowed", "INVALID_TRANSITION");
    assertThat(json(house.http.get(path, key)).path("progress").path("dropped").asInt()).isOne();
  }

  @Test
  void promisesAreMadeAndListedWithTheUsualOnes() throws IOException {
    String configs = "/api/workflow/sla-configs";
    RawHttp.Answer made =
        house.http.post(
            configs, "{\"area\":\"*\",\"task_type\":\"clear_jam\",\"target\":\"PT10M\"}", key);
    assertThat(made.status()).isEqualTo(201);
    JsonNode all = json(house.http.get(configs, key)).path("sla_configs");
    assertThat(all.toString())
        .contains("\"task_type\":\"intake\",\"target\":\"PT1H\"")
        .contains("\"task_type\":\"assessment\",\"target\":\"PT4H\"")
        .contains("\"task_type\":\"review\",\"target\":\"PT2H\"")
        .contains("\"target\":\"PT10M\",\"warn_percent\":80,\"start_on\":[\"new\"]");
    assertThat(
            house.http
                .post(
                    configs, "{\"area\":\"*\",\"task_type\":\"*\",\"target\":\"PT1S\"}", key)
                .body())
        .contains("SLA_TARGET_WRONG", "\"field\":\"target\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/workflow/tasks/0123456789abcdef0123456789abcdef, TASK_UNKNOWN",
    "/api/workflow/action-plans/0123456789abcdef0123456789abcdef, PLAN_UNKNOWN",
  })
  void whatIsNotThereIsNotFound(String path, String code) throws IOException {
    RawHttp.Answer answer = house.http.get(path, key);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains(code);
  }

  @Test
  void wrongFieldsHaveTheBoardsCodesAndWrongCursorsAreTold() throws IOException {
    RawHttp.Answer wrong =
        house.http.post(TASKS, task(",\"due\":\"2020-01-01T00:00:00Z\""), key);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("TASK_DUE_WRONG", "\"field\":\"due\"");
    String far = task(",\"due\":\"+1000000000-12-31T23:59:59Z\"");
    assertThat(house.http.post(TASKS, far, key).body()).contains("is not a time such as");
    for (String query : List.of("state=open", "after=x", "after=high~now~1", "after=x~y~z",
        "after=normal~%2B1000000000-12-31T23:59:59Z~x", "after=high~-0001-01-01T00:00:00Z~x")) {
      assertThat(house.http.get(TASKS + "?" + query, key).status()).isEqualTo(400);
    }
  }

  @Test
  void theMachinesAndTheFiguresAreTold() throws IOException {
    JsonNode machines = json(house.http.get("/api/workflow/metadata", key)).path("machines");
    JsonNode task = machines.get(0);
    assertThat(task.path("name").asString()).isEqualTo("task");
    assertThat(task.path("states")).hasSize(5);
    assertThat(task.path("moves")).hasSize(8);
    assertThat(machines.get(1).path("moves")).hasSize(3);
    assertThat(task.path("moves").toString())
        .contains("{\"from\":\"in_progress\",\"to\":\"completed\",\"guards\":[\"TASK_NOT_ASSIGNED\"]}");
    assertThat(task.path("mermaid").asString())
        .startsWith("stateDiagram-v2\n  [*] --> new\n  new --> in_progress\n");
    move(json(house.http.post(TASKS, task(""), key)), "completed");
    JsonNode stats = json(house.http.get("/api/workflow/stats", key));
    assertThat(stats.path("tasks").path("new").asInt()).isOne();
    assertThat(stats.path("tasks").path("completed").asInt()).isZero();
    assertThat(stats.path("transitions").toString())
        .isEqualTo("[{\"entity_type\":\"task\",\"result\":\"refused\",\"count\":1}]");
  }

  private static String task(String more) {
    return "{\"type\":\"intake\",\"area\":\"counter\",\"title\":\"200 pages to bind\"" + more + "}";
  }

  private RawHttp.Answer move(JsonNode task, String to) throws IOException {
    String path = TASKS + "/" + task.path("id").asString() + "/transition";
    return house.http.post(path, "{\"to\":\"" + to + "\"}", key);
  }

  private static JsonNode json(RawHttp.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    return Wire.json().readTree(answer.body());
  }
}
