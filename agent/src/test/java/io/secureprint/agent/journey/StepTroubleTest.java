// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.kernel.JsonObject;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// What becomes of a step whose words, server, people or program are not as one would like them.
final class StepTroubleTest {
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private final List<String> called = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private OpenShop shop;
  private GraphQlProgram program;

  @BeforeEach
  void open() throws Exception {
    shop = premises.open(Map.of("api.burst", "1000"));
    program = GraphQlProgram.calling(shop, this::answer);
  }

  @AfterEach
  void close() {
    over.countDown();
    program.close();
  }

  @Test
  void aLongIdAndALongQuestionComeToTheBoardAsItTakesThem() throws Exception {
    String question = "Is this right? ".repeat(40);
    program.publish(
        "long",
        steps(
            """
            {"id":"a-step-that-has-thirty-letters","type":"APPROVAL","label":"Look","config":{"message":"%s","dataKey":"boss"}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """
                .formatted(question)));
    String id = program.start("long", "{}", "go");
    assertThat(card(id).title()).hasSizeBetween(190, 200).startsWith("Is this right? Is");
  }

  @Test
  void aQuestionWithACustomersDataStandsOnTheBoardByTheNameOfItsStep() throws Exception {
    program.publish(
        "named",
        steps(
            """
            {"id":"boss","type":"APPROVAL","label":"Large transfer","config":{"message":"Send it to ${context.name}?","dataKey":"boss"}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """));
    String id = program.start("named", "{name: \"Meena\"}", "go");
    assertThat(card(id).title()).isEqualTo("Large transfer");
  }

  @Test
  void whoeverLeavesLeavesNoWorkBehind() throws Exception {
    program.publish("approval", steps(APPROVAL));
    String id = program.start("approval", "{}", "go");
    assertThat(card(id).state()).isEqualTo(TaskState.NEW);
    program.cancel(id, "no time");
    await().untilAsserted(() -> assertThat(card(id).state()).isEqualTo(TaskState.CANCELLED));
  }

  @Test
  void aProgramMayAskHundredsOfTimesWhetherPeopleHaveDecided() throws Exception {
    program.publish("patient", steps(APPROVAL));
    String id = program.start("patient", "{}", "go");
    for (int asked = 0; asked < 205; asked++) {
      assertThat(program.step(id, "boss", "AFTER_STEP", "{}").members())
          .containsEntry("success", true)
          .containsEntry("shouldProceed", false);
    }
    assertThat(program.status(id)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aServersNoWithoutAQuestionBeforeIsToldAndMayBePutRight() throws Exception {
    program.publish(
        "check",
        steps(
            """
            {"id":"look","type":"VALIDATION","triggerEndpoint":"/once-no","config":{"dataKey":"look"}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """));
    String id = program.start("check", "{}", "go");
    JsonObject refused = program.step(id, "look", "AFTER_STEP", "{}");
    assertThat(refused.members())
        .containsEntry("success", false)
        .containsEntry("shouldProceed", false)
        .containsEntry("error", "Not yet");
    assertThat(program.status(id)).isEqualTo("IN_PROGRESS");
    assertThat(program.step(id, "look", "AFTER_STEP", "{}").text("nextStepId")).contains("end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{city: {name: \"Pune\"}}", "{city: [[1]]}"})
  void whatIsNoAnswerAtAllIsSaidAtItsFieldAndAskedAgain(String input) throws Exception {
    program.publish(
        "city",
        steps(
            """
            {"id":"who","type":"FORM","config":{"dataKey":"who","fields":[
              {"key":"city","type":"TEXT","label":"City"},{"key":"pin","type":"TEXT","label":"PIN"}]}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """));
    String id = program.start("city", "{}", "go");
    JsonObject refused = program.step(id, "who", "AFTER_STEP", input);
    assertThat(refused.members()).containsEntry("success", false).containsEntry("nextStepId", "who");
    assertThat(refused.members().get("fieldErrors")).asString().contains("city").doesNotContain("pin");
    JsonObject tooLong =
        program.step(id, "who", "AFTER_STEP", "{city: \"" + "x".repeat(9_000) + "\", pin: \"1\"}");
    assertThat(tooLong.members().get("fieldErrors")).asString().contains("city").doesNotContain("pin");
    assertThat(program.step(id, "who", "AFTER_STEP", "{city: \"Pune\"}").text("nextStepId"))
        .contains("end");
  }

  @Test
  void whatIsWrongLeadsBackToTheQuestionThatWasAnswered() throws Exception {
    program.publish(
        "ways",
        steps(
            """
            {"id":"first","type":"FORM","config":{"formId":"f","dataKey":"first"}},
            {"id":"way","type":"SWITCH","config":{"cases":[{"when":"first.short == 'yes'","goTo":"look"}],"otherwise":"second"}},
            {"id":"second","type":"FORM","config":{"formId":"g","dataKey":"second"}},
            {"id":"look","type":"VALIDATION","triggerEndpoint":"/once-no","config":{"dataKey":"look"}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """));
    String id = program.start("ways", "{}", "go");
    program.step(id, "first", "AFTER_STEP", "{short: \"yes\"}");
    assertThat(program.step(id, "look", "AFTER_STEP", "{}").text("nextStepId")).contains("first");
  }

  @Test
  void whatNoServerUndoesIsLeftToPeople() throws Exception {
    program.publish(
        "undo",
        steps(
            """
            {"id":"one","type":"API_CALL","triggerEndpoint":"/done","config":{"dataKey":"one"},"compensate":{"endpoint":"/bad"}},
            {"id":"two","type":"API_CALL","triggerEndpoint":"/bad","config":{"dataKey":"two"}}
            """));
    String id = program.start("undo", "{}", "go");
    program.step(id, "one", "AFTER_STEP", "{}");
    program.step(id, "two", "AFTER_STEP", "{}");
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("FAILED"));
    assertThat(card(id).title()).isEqualTo("Undo by hand: one");
  }

  @Test
  void whatIsSensitiveIsInNoResult() throws Exception {
    program.publish(
        "secret",
        steps(
            """
            {"id":"who","type":"FORM","config":{"formId":"f","dataKey":"who","fields":[
              {"key":"pan","type":"TEXT","label":"PAN","sensitive":true},
              {"key":"city","type":"TEXT","label":"City"}]}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """));
    String id = program.start("secret", "{}", "go");
    program.step(id, "who", "AFTER_STEP", "{pan: \"ABCDE1234F\", city: \"Pune\"}");
    program.step(id, "end", "AFTER_STEP", "{}");
    JsonObject result = program.complete(id).object("result");
    assertThat(result.object("who").members()).containsEntry("city", "Pune").doesNotContainKey("pan");
  }

  @Test
  void whatIsFilledIntoAnAddressStaysInItsPlace() throws Exception {
    program.publish(
        "path",
        steps(
            """
            {"id":"who","type":"FORM","config":{"formId":"f","dataKey":"who"}},
            {"id":"get","type":"API_CALL","triggerEndpoint":"/rolls/${who.roll}/done","config":{"dataKey":"get","method":"GET"}}
            """));
    String plain = program.start("path", "{}", "plain");
    program.step(plain, "who", "AFTER_STEP", "{roll: \"12 A/b\"}");
    program.step(plain, "get", "AFTER_STEP", "{}");
    assertThat(called).containsExactly("/rolls/12%20A%2Fb/done");
    String dots = program.start("path", "{}", "dots");
    program.step(dots, "who", "AFTER_STEP", "{roll: \"..\"}");
    assertThat(program.step(dots, "get", "AFTER_STEP", "{}").members())
        .containsEntry("success", false);
    assertThat(called).hasSize(1);
  }

  @Test
  void aServerThatStopsInTheMiddleOfItsAnswerIsAway() throws Exception {
    program.publish("stall", steps(call("one", "/stalls", ",\"timeoutMs\":300")));
    String id = program.start("stall", "{}", "go");
    assertThat(program.step(id, "one", "AFTER_STEP", "{}").text("error")).contains("SERVER_AWAY");
  }

  @Test
  void anAnswerThatIsTooLongIsNone() throws Exception {
    program.publish("long", steps(call("one", "/large/300000", "")));
    String id = program.start("long", "{}", "go");
    assertThat(program.step(id, "one", "AFTER_STEP", "{}").text("error"))
        .contains("SERVER_STRANGE");
  }

  @Test
  void aResultThatIsTooLargeIsSaidBeforeAnythingMoreIsDone() throws Exception {
    program.publish(
        "much",
        steps(
            call("one", "/large/250000", "") + "," + call("two", "/large/250000", "") + ","
                + call("three", "/large/250000", "")));
    String id = program.start("much", "{}", "go");
    for (String step : List.of("one", "two", "three")) {
      program.step(id, step, "AFTER_STEP", "{}");
    }
    assertThat(program.complete(id).object("result").text("code")).contains("RESULT_TOO_LARGE");
    assertThat(program.status(id)).isEqualTo("FAILED");
  }

  private static String call(String id, String path, String more) {
    return "{\"id\":\"" + id + "\",\"type\":\"API_CALL\",\"triggerEndpoint\":\"" + path + "\"" + more
        + ",\"config\":{\"dataKey\":\"" + id + "\"}}";
  }

  private static final String APPROVAL =
      """
      {"id":"boss","type":"APPROVAL","config":{"message":"May they?","dataKey":"boss"}},
      {"id":"end","type":"INFO","config":{"message":"Over"}}
      """;

  private static JsonObject steps(String steps) {
    return JsonObject.parse("{\"name\":\"Trouble\",\"steps\":[" + steps + "]}");
  }

  private Task card(String execution) {
    return await().until(() -> find(execution).orElse(null), Objects::nonNull);
  }

  private Optional<Task> find(String execution) {
    return shop.agent().board().tasks().columns(TaskQuery.Filter.ALL, 50).stream()
        .flatMap(column -> column.cards().stream())
        .map(TaskCard::task)
        .filter(each -> execution.equals(each.origin().executionId()))
        .findFirst();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      called.add(path);
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      exchange.sendResponseHeaders(path.equals("/bad") ? 400 : 200, 0);
      exchange.getResponseBody().write(body(path).getBytes(UTF_8));
      if (path.equals("/stalls")) {
        exchange.getResponseBody().flush();
        over.await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private String body(String path) {
    if (path.startsWith("/large/")) {
      return "{\"text\":\"" + "x".repeat(Integer.parseInt(path.substring(7))) + "\"}";
    }
    boolean no = path.equals("/once-no") && called.size() == 1;
    return no ? "{\"valid\":false,\"message\":\"Not yet\"}" : "{\"valid\":true}";
  }
}
