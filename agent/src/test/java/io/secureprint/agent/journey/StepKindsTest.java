// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What each kind of step does when a program runs it in a whole shop, with a server that is another
/// program: `/slow` answers when the test lets it, `/busy` at the third call, `/bad` never.
final class StepKindsTest {
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private final List<String> called = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final CountDownLatch slow = new CountDownLatch(1);
  private OpenShop shop;
  private GraphQlProgram program;

  @BeforeEach
  void open() throws Exception {
    shop = premises.open(Map.of());
    program = GraphQlProgram.calling(shop, this::answer);
  }

  @AfterEach
  void close() {
    slow.countDown();
    program.close();
  }

  @Test
  void aSwitchLeadsWhereTheAnswerSays() throws Exception {
    program.publish(
        "switch",
        steps(
            """
            {"id":"who","type":"FORM","config":{"formId":"f","dataKey":"who"}},
            {"id":"way","type":"SWITCH","config":{"cases":[{"when":"who.kind == 'old'","goTo":"hello"}],"otherwise":"welcome"}},
            {"id":"hello","type":"INFO","next":"END","config":{"message":"Hello again"}},
            {"id":"welcome","type":"INFO","config":{"message":"Welcome"}}
            """));
    String first = program.start("switch", "{}", "first");
    assertThat(program.step(first, "who", "AFTER_STEP", "{kind: \"old\"}").text("nextStepId"))
        .contains("hello");
    String second = program.start("switch", "{}", "second");
    assertThat(program.step(second, "who", "AFTER_STEP", "{kind: \"new\"}").text("nextStepId"))
        .contains("welcome");
  }

  @Test
  void branchesRunBesideEachOtherAndAreWaitedFor() throws Exception {
    program.publish("both", steps(parallel("/slow", "/done")));
    String id = program.start("both", "{}", "go");
    CompletableFuture<JsonObject> stepping =
        CompletableFuture.supplyAsync(() -> parallelStep(id));
    await().until(() -> called.contains("/done") && called.contains("/slow"));
    assertThat(stepping).isNotDone();
    slow.countDown();
    assertThat(stepping.get(20, TimeUnit.SECONDS).members()).containsEntry("shouldProceed", true);
    JsonObject result = program.complete(id).object("result");
    assertThat(result.object("one").text("from")).contains("/slow");
    assertThat(result.object("two").text("from")).contains("/done");
  }

  private void cancel(String id) {
    try {
      program.cancel(id, "no time");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonObject parallelStep(String id) {
    try {
      return program.step(id, "both", "AFTER_STEP", "{}");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aBranchThatFailsEndsItAllAndWhatTheOthersDidIsUndoneOnce() throws Exception {
    program.publish("broken", steps(parallel("/done", "/bad")));
    String id = program.start("broken", "{}", "go");
    assertThat(program.step(id, "both", "AFTER_STEP", "{}").members())
        .containsEntry("success", false);
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("FAILED"));
    assertThat(called).filteredOn("/undo/one"::equals).hasSize(1);
    assertThat(called).doesNotContain("/undo/two");
  }

  @Test
  void whatEndsItWaitsForItsBranchesBeforeItUndoes() throws Exception {
    program.publish("left", steps(parallel("/slow", "/done")));
    String id = program.start("left", "{}", "go");
    Thread stepping = Thread.ofVirtual().start(() -> parallelStep(id));
    await().until(() -> called.contains("/done") && called.contains("/slow"));
    Thread cancelling = Thread.ofVirtual().start(() -> cancel(id));
    await().until(() -> program.execution(id).text("currentStepId").isEmpty());
    assertThat(called).noneMatch(path -> path.startsWith("/undo"));
    slow.countDown();
    cancelling.join();
    stepping.join();
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("CANCELLED"));
    assertThat(called).filteredOn(path -> path.startsWith("/undo")).hasSize(2);
  }

  @Test
  void aWaitIsOverWhenItsTimeIsOverOrItsMessageComes() throws Exception {
    program.publish(
        "wait",
        steps(
            """
            {"id":"nap","type":"WAIT","config":{"pauseMs":200}},
            {"id":"bell","type":"WAIT","config":{"signal":"bell"}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """));
    String id = program.start("wait", "{}", "go");
    await().until(() -> program.execution(id).text("currentStepId").equals(Optional.of("bell")));
    assertThat(program.step(id, "bell", "AFTER_STEP", "{}").text("nextStepId")).contains("end");
  }

  @Test
  void anApprovalWaitsForThePeopleOfTheShop() throws Exception {
    program.publish("approval", steps(APPROVAL));
    String yes = program.start("approval", "{}", "yes");
    assertThat(program.step(yes, "boss", "AFTER_STEP", "{}").members())
        .containsEntry("success", true)
        .containsEntry("shouldProceed", false)
        .containsEntry("nextStepId", "boss");
    decide(yes, TaskState.COMPLETED);
    await().until(
        () -> program.execution(yes).text("currentStepId").equals(Optional.of("end")));
    String no = program.start("approval", "{}", "no");
    decide(no, TaskState.CANCELLED);
    await().untilAsserted(() -> assertThat(program.status(no)).isEqualTo("CANCELLED"));
    assertThat(program.execution(no).text("error")).contains("NOT_APPROVED");
  }

  @Test
  void noProgramAnswersForThePeopleOfTheShop() throws Exception {
    program.publish("approval", steps(APPROVAL));
    String id = program.start("approval", "{}", "go");
    program.step(id, "boss", "AFTER_STEP", "{}");
    String card = "/" + card(id).task().id() + "/transition";
    for (String state : List.of("in_progress", "completed", "cancelled")) {
      String wish = "{\"to\":\"" + state + "\",\"assignee\":\"Nobody\",\"reason\":\"x\"}";
      HttpResponse<String> answer = program.board(card, wish);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("ROLE_MISSING");
    }
    assertThat(program.execution(id).text("currentStepId")).contains("boss");
  }

  @Test
  void aCardIsLeftForThePeopleAndNotWaitedFor() throws Exception {
    program.publish(
        "card",
        steps(
            """
            {"id":"tell","type":"TASK","config":{"title":"Fold the flyers","priority":"high","await":false}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """));
    String id = program.start("card", "{}", "go");
    await().until(() -> program.execution(id).text("currentStepId").equals(Optional.of("end")));
    assertThat(card(id).task().title()).isEqualTo("Fold the flyers");
  }

  @Test
  void whatIsDoneInTheBackgroundIsWaitedForAtTheEnd() throws Exception {
    program.publish(
        "later",
        steps(
            """
            {"id":"post","type":"API_CALL","executionMode":"SERVER_ASYNC","triggerEndpoint":"/slow","config":{"dataKey":"post"}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """));
    String id = program.start("later", "{}", "go");
    assertThat(program.step(id, "post", "AFTER_STEP", "{}").text("nextStepId")).contains("end");
    program.step(id, "end", "AFTER_STEP", "{}");
    await().until(() -> called.contains("/slow"));
    assertThat(program.status(id)).isEqualTo("IN_PROGRESS");
    slow.countDown();
    assertThat(program.complete(id).object("result").object("post").text("from"))
        .contains("/slow");
  }

  @Test
  void aServerThatIsBusyIsAskedAgainUnderTheSameKey() throws Exception {
    program.publish(
        "retry",
        steps(
            """
            {"id":"post","type":"API_CALL","triggerEndpoint":"/busy",
             "retryConfig":{"maxRetries":3,"initialDelayMs":10},"config":{"dataKey":"post"}},
            {"id":"end","type":"INFO","config":{"message":"Over"}}
            """));
    String id = program.start("retry", "{}", "go");
    assertThat(program.step(id, "post", "AFTER_STEP", "{}").members())
        .containsEntry("shouldProceed", true);
    assertThat(called).containsExactly("/busy", "/busy", "/busy");
    assertThat(keys).hasSize(3).containsOnly(keys.getFirst());
  }

  @Test
  void whatWasDoneIsUndoneInTheOppositeOrderWhenItDoesNotEndWell() throws Exception {
    program.publish(
        "undo",
        steps(call("one", "/done") + "," + call("two", "/done") + "," + call("three", "/bad")));
    String id = program.start("undo", "{}", "go");
    for (String step : List.of("one", "two", "three")) {
      program.step(id, step, "AFTER_STEP", "{}");
    }
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("FAILED"));
    assertThat(called).containsExactly("/done", "/done", "/bad", "/undo/two", "/undo/one");
  }

  @Test
  void messagesForWebhooksAreHeardAndUnsignedOnesRefused() throws Exception {
    assertThat(program.hook("orders", "{}")).isEqualTo(401);
  }

  private static final String APPROVAL =
      """
      {"id":"boss","type":"APPROVAL","config":{"message":"May they?","dataKey":"boss"}},
      {"id":"end","type":"INFO","config":{"message":"Over"}}
      """;

  private static String parallel(String first, String second) {
    return "{\"id\":\"both\",\"type\":\"PARALLEL\",\"config\":{\"branches\":[{\"steps\":["
        + call("one", first) + "]},{\"steps\":[" + call("two", second) + "]}]}}";
  }

  private static String call(String id, String path) {
    return "{\"id\":\"" + id + "\",\"type\":\"API_CALL\",\"triggerEndpoint\":\"" + path
        + "\",\"config\":{\"dataKey\":\"" + id + "\"},\"compensate\":{\"endpoint\":\"/undo/" + id
        + "\"}}";
  }

  private static JsonObject steps(String steps) {
    return JsonObject.parse("{\"name\":\"Kinds\",\"steps\":[" + steps + "]}");
  }

  private void decide(String id, TaskState state) {
    GuardedTasks tasks = shop.agent().board().tasks();
    if (state == TaskState.COMPLETED) {
      tasks.assign(card(id).task(), "Asha", "Asha");
      tasks.move(card(id).task(), TaskState.IN_PROGRESS, "", "Asha");
    }
    assertThat(tasks.move(card(id).task(), state, "decided", "Asha")).isInstanceOf(Answer.Done.class);
  }

  private TaskCard card(String execution) {
    return await().until(
        () ->
            shop.agent().board().tasks().columns(TaskQuery.Filter.ALL, 50).stream()
                .flatMap(column -> column.cards().stream())
                .filter(each -> execution.equals(each.task().origin().executionId()))
                .findFirst()
                .orElse(null),
        Objects::nonNull);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      called.add(path);
      keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      int status =
          switch (path) {
            case "/bad" -> 400;
            case "/busy" -> called.size() < 3 ? 503 : 200;
            default -> 200;
          };
      if (path.equals("/slow")) {
        slow.await();
      }
      exchange.sendResponseHeaders(status, 0);
      exchange.getResponseBody().write(("{\"from\":\"" + path + "\"}").getBytes(UTF_8));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
