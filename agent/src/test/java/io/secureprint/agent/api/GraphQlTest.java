// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.access.ApiRole;
import io.secureprint.agent.api.graphql.GraphQlRoute;
import io.secureprint.agent.api.graphql.RunningSteps;
import io.secureprint.agent.api.route.Wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import graphql.introspection.IntrospectionQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Executions by GraphQL, as a program runs them.
final class GraphQlTest {
  private static final String START =
      """
      mutation($context: JSON) {
        startWorkflowExecution(workflowId: "money-transfer", pageId: "kiosk",
            initialContext: $context, commandId: "c-1") {
          id sessionId status currentStepId context startedAt completedAt
          workflow { id name steps { id type label order executionMode triggerTiming } }
        }
      }
      """;
  private static final String START_AT =
      "mutation { startWorkflowExecution(workflowId: \"money-transfer\", pageId: \"%s\") { id } }";

  @TempDir private Path folder;
  private ApiHouse house;
  private String key;

  @BeforeEach
  void start() throws Exception {
    house = new ApiHouse(folder, ApiHouse.generous(), _ -> GraphQlRoute.of(new RunningSteps()));
    key = house.key("books", ApiRole.INTEGRATOR);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void anExecutionIsStartedOnceWithItsContextAndTellsItsSteps() throws IOException {
    ObjectNode variables = Wire.json().createObjectNode();
    variables.putObject("context").put("userAccount", "1234567890").putNull("note");
    JsonNode started = asked(START, variables, key).path("data").path("startWorkflowExecution");
    assertThat(started.path("status").asString()).isEqualTo("IN_PROGRESS");
    assertThat(started.path("context").toString())
        .isEqualTo("{\"userAccount\":\"1234567890\",\"note\":null}");
    assertThat(started.path("startedAt").asString()).isEqualTo("2026-11-21T05:10:00Z");
    assertThat(started.path("completedAt").isNull()).isTrue();
    assertThat(started.path("workflow").path("steps").get(1).toString())
        .isEqualTo(
            "{\"id\":\"confirm\",\"type\":\"CONFIRMATION\",\"label\":\"Confirm Transfer\",\"order\":1,"
                + "\"executionMode\":\"CLIENT_ONLY\",\"triggerTiming\":\"AFTER_STEP\"}");
    assertThat(asked(START, variables, key).path("data").path("startWorkflowExecution"))
        .isEqualTo(started);
  }

  @Test
  void aStepIsAnsweredWithWhatIsWrongAndWhatIsNext() throws IOException {
    asked(START);
    String step =
        "mutation { executeWorkflowStep(executionId: \"e-1\", stepId: \"details\","
            + " timing: AFTER_STEP, input: {amount: %s, to: [\"a\", {b: true}]})"
            + " { success shouldProceed error nextStepId fieldErrors { field message } result } }";
    assertThat(asked(step.formatted("\"much\"")).path("data").path("executeWorkflowStep").toString())
        .startsWith(
            "{\"success\":false,\"shouldProceed\":false,\"error\":\"FIELDS_WRONG\","
                + "\"nextStepId\":\"details\","
                + "\"fieldErrors\":[{\"field\":\"amount\",\"message\":\"is not a number\"}]");
    assertThat(asked(step.formatted("5000")).path("data").path("executeWorkflowStep").toString())
        .isEqualTo(
            "{\"success\":true,\"shouldProceed\":true,\"error\":null,\"nextStepId\":\"confirm\","
                + "\"fieldErrors\":[],\"result\":{\"amount\":5000,\"to\":[\"a\",{\"b\":true}]}}");
  }

  @Test
  void itIsCompletedOrCancelledWithAReason() throws IOException {
    asked(START);
    assertThat(
            asked("mutation { completeWorkflowExecution(executionId: \"e-1\")"
                    + " { success result executionId } }")
                .path("data").path("completeWorkflowExecution").toString())
        .isEqualTo("{\"success\":true,\"result\":{\"amount\":5000},\"executionId\":\"e-1\"}");
    assertThat(
            asked("mutation { cancelWorkflowExecution(executionId: \"e-1\", reason: \"changed mind\")"
                    + " { status error context } }")
                .path("data").path("cancelWorkflowExecution").toString())
        .isEqualTo("{\"status\":\"CANCELLED\",\"error\":\"changed mind\",\"context\":null}");
  }

  @Test
  void whatBelongsToAnotherIsNotThere() throws IOException {
    asked(START);
    String other = house.key("rival", ApiRole.INTEGRATOR);
    String find = "{ workflowExecution(id: \"e-1\") { id } }";
    assertThat(asked(find).path("data").path("workflowExecution").path("id").asString())
        .isEqualTo("e-1");
    assertThat(asked(find, null, other).path("data").path("workflowExecution").isNull()).isTrue();
    assertThat(
            code(asked(
                "mutation { cancelWorkflowExecution(executionId: \"e-1\") { id } }", null, other)))
        .isEqualTo("EXECUTION_UNKNOWN");
    String mine = "{ userWorkflowExecutions(userId: \"books\", status: IN_PROGRESS) { id } }";
    assertThat(asked(mine).path("data").path("userWorkflowExecutions")).hasSize(1);
    assertThat(code(asked(mine, null, other))).isEqualTo("ROLE_MISSING");
    String looking = house.key("auditor", ApiRole.AUDITOR);
    assertThat(house.http.post("/graphql", "{\"query\":\"{__typename}\"}", looking).status())
        .isEqualTo(403);
  }

  @Test
  void whatFailsInsideStaysInside() throws IOException {
    for (String[] each :
        new String[][] {
          {"broken", "INTERNAL"}, {"stuck", "STORAGE_FAILED"}, {"x", "WORKFLOW_UNKNOWN"}
        }) {
      JsonNode answer =
          asked(
              "mutation { startWorkflowExecution(workflowId: \"%s\", pageId: \"p\") { id } }"
                  .formatted(each[0]));
      assertThat(code(answer)).isEqualTo(each[1]);
      assertThat(answer.path("data").isNull()).isTrue();
      assertThat(answer.toString()).doesNotContain("secret", "IllegalState", "at io.");
    }
  }

  @Test
  void documentsThatAreTooDeepTooWideOrWrongAreRefused() throws IOException {
    String deep = "{ __schema { types { ofType".replace("ofType", "fields { type { ".repeat(8))
        + "name" + " } }".repeat(8) + " } } }";
    assertThat(asked(deep).path("errors").get(0).path("message").asString()).contains("depth");
    assertThat(costly("", 300, "workflowExecution(id: \"e\") { id }")).isTrue();
    assertThat(code(asked("{ nothing }"))).isEqualTo("QUERY_WRONG");
    assertThat(code(asked("{ " + "{ ".repeat(6_000)))).isEqualTo("QUERY_WRONG");
    assertThat(
            code(asked("{ userWorkflowExecutions(userId: \"books\", limit: 101) { id } }")))
        .isEqualTo("QUERY_WRONG");
    assertThat(code(asked("mutation { startWorkflowExecution(workflowId: \"\", pageId: \"p\") { id } }")))
        .isEqualTo("FIELDS_WRONG");
    String nested = "{a: ".repeat(24) + "1" + "}".repeat(24);
    String tooLong = "99999999999999999999";
    for (String odd :
        List.of("1e400", "-1e999999999", "1." + "1".repeat(1_500), tooLong, "\"\\u0000\"", "[{b: 1e400}]", nested)) {
      assertThat(
              code(asked(
                  "mutation { startWorkflowExecution(workflowId: \"money-transfer\","
                      + " pageId: \"p\", initialContext: {a: " + odd + "}) { id } }")))
          .as(odd)
          .isEqualTo("FIELDS_WRONG");
    }
    assertThat(
            house.http.post("/graphql", "{\"query\":\"" + "x".repeat(20_001) + "\"}", key).status())
        .isEqualTo(422);
  }

  @Test
  void aLongListWithAllItsFieldsCanBeReadAndOnlyAFewOfThemAtOnce() throws IOException {
    String list = "userWorkflowExecutions(userId: \"books\", limit: 100)";
    String whole =
        " { id sessionId status userId pageId currentStepId context result error startedAt completedAt"
            + " workflow { id name version steps"
            + " { id type label order executionMode triggerTiming config } } }";
    assertThat(costly("", 1, list + whole)).isFalse();
    assertThat(costly("", 2, list + whole)).isTrue();
    assertThat(costly("", 2, list + " { id }")).isFalse();
    assertThat(costly("", 100, list + " { id }")).isTrue();
  }

  @Test
  void aVariableCountsAsOftenAsItStandsThere() throws IOException {
    ObjectNode variables = Wire.json().createObjectNode();
    var list = variables.putArray("x");
    for (int i = 0; i < 10_000; i++) {
      list.add(0);
    }
    String start =
        "mutation($x: JSON) { startWorkflowExecution(workflowId: \"x\", pageId: \"p\","
            + " initialContext: {a: [%s]}) { id } }";
    assertThat(code(asked(start.formatted("$x $x $x"), variables, key))).isEqualTo("WORKFLOW_UNKNOWN");
    assertThat(code(asked(start.formatted("$x ".repeat(4)), variables, key))).isEqualTo("QUERY_WRONG");
  }

  @Test
  void anAnswerHoldsOnlySoMuchOfWhatExecutionsKnow() throws IOException {
    ObjectNode variables = Wire.json().createObjectNode();
    variables.putObject("context").put("a", "x".repeat(60_000));
    asked(START, variables, key);
    StringBuilder contexts = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      contexts.append(" a").append(i).append(": context");
    }
    String all = "{ workflowExecution(id: \"e-1\") {" + contexts + " } }";
    for (int time = 0; time < 4; time++) {
      JsonNode answer = asked(all);
      assertThat(code(answer)).isEqualTo("QUERY_WRONG");
      assertThat(answer.path("data").path("workflowExecution").values())
          .filteredOn(context -> !context.isNull())
          .hasSizeBetween(30, 35);
    }
  }

  @Test
  void aDocumentHasAtMostFiveCommands() throws IOException {
    String start = "startWorkflowExecution(workflowId: \"money-transfer\", pageId: \"p\") { id }";
    assertThat(costly("mutation", 6, start)).isTrue();
    String mine = "{ userWorkflowExecutions(userId: \"books\") { id } }";
    assertThat(asked(mine).path("data").path("userWorkflowExecutions")).isEmpty();
    assertThat(costly("mutation", 5, start)).isFalse();
    assertThat(asked(mine).path("data").path("userWorkflowExecutions")).hasSize(5);
  }

  @Test
  void anExecutionThatCannotBeReadLeavesTheOthersInTheList() throws IOException {
    asked(START_AT.formatted("torn"));
    asked(START_AT.formatted("whole"));
    JsonNode answer =
        asked("{ userWorkflowExecutions(userId: \"books\") { id context } }");
    assertThat(answer.path("data").path("userWorkflowExecutions").toString())
        .isEqualTo("[{\"id\":\"e-2\",\"context\":{}},{\"id\":\"e-1\",\"context\":null}]");
    assertThat(code(answer)).isEqualTo("INTERNAL");
  }

  @Test
  void aPlaceIsNamedInEightyCharacters() throws IOException {
    assertThat(asked(START_AT.formatted("p".repeat(80))).has("errors")).isFalse();
    assertThat(code(asked(START_AT.formatted("p".repeat(81))))).isEqualTo("FIELDS_WRONG");
  }

  @Test
  void theWholeSchemaCanBeAskedFor() throws IOException {
    JsonNode answer = asked(IntrospectionQuery.INTROSPECTION_QUERY);
    assertThat(answer.has("errors")).isFalse();
    assertThat(answer.toString())
        .contains("startWorkflowExecution", "WorkflowCompletionResult", "SERVER_VALIDATION");
  }

  /// Whether so many of the field are too many for one document.
  private boolean costly(String operation, int times, String field) throws IOException {
    StringBuilder document = new StringBuilder(operation + " {");
    for (int i = 0; i < times; i++) {
      document.append(" a").append(i).append(": ").append(field);
    }
    return asked(document + " }").path("errors").path(0).path("message").asString("")
        .contains("complexity");
  }

  private JsonNode asked(String document) throws IOException {
    return asked(document, null, key);
  }

  private JsonNode asked(String document, @Nullable ObjectNode variables, String as) throws IOException {
    ObjectNode body = Wire.json().createObjectNode().put("query", document);
    if (variables != null) {
      body.set("variables", variables);
    }
    RawHttp.Answer answer = house.http.post("/graphql", body.toString(), as);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Wire.json().readTree(answer.body());
  }

  private static String code(JsonNode answer) {
    return answer.path("errors").get(0).path("extensions").path("code").asString();
  }
}
