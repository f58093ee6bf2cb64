// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.kernel.JsonObject;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/// What a program's workflow did at a server and takes back there: with a server that is another program,
/// where each `/reserve` makes a reservation with a number of its own, `/no` says no in a friendly way,
/// and `/gone` is away for good.
final class TakenBackTest {
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private final List<Call> called = new CopyOnWriteArrayList<>();
  /// Taken while nobody at the server answers.
  private final Semaphore away = new Semaphore(1);
  private OpenShop shop;
  private GraphQlProgram program;

  @BeforeEach
  void open() throws Exception {
    shop = premises.open(Map.of());
    program = GraphQlProgram.calling(shop, this::answer);
  }

  @AfterEach
  void close() {
    away.release();
    program.close();
  }

  @Test
  void whatWasDoneInTwoRoundsIsTakenBackTwiceEachAsItWasThen() throws Exception {
    program.publish("rounds", steps(WHO + reserve("") + SURE));
    String id = program.start("rounds", "{}", "go");
    round(id, "Asha");
    assertThat(program.step(id, "sure", "AFTER_STEP", "{accepted: false}").text("nextStepId"))
        .contains("who");
    round(id, "Ravi");
    program.cancel(id, "no time");
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("CANCELLED"));
    assertThat(called)
        .extracting(Call::path)
        .containsExactly("/reserve", "/reserve", "/undo/2/Ravi", "/undo/1/Asha");
    Call first = called.getLast();
    assertThat(first.body().object("reserve").members()).containsEntry("id", 1L);
    assertThat(first.body().object("who").members()).containsEntry("name", "Asha");
    assertThat(called).extracting(Call::key).doesNotHaveDuplicates();
  }

  @Test
  void whatWasTakenBackByTheCustomerBeforeItWasDoneAgainIsTakenBackAsItWasThen() throws Exception {
    program.publish("once", steps(WHO + reserve("") + SURE));
    String id = program.start("once", "{}", "go");
    round(id, "Asha");
    program.step(id, "sure", "AFTER_STEP", "{accepted: false}");
    program.step(id, "who", "AFTER_STEP", "{name: \"Ravi\"}");
    program.cancel(id, "no time");
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("CANCELLED"));
    assertThat(called).extracting(Call::path).containsExactly("/reserve", "/undo/1/Asha");
  }

  @Test
  void whatAServerOnlySaysAfterwardsIsTakenBackAsWell() throws Exception {
    program.publish("late", steps(WHO + reserve(",\"executionMode\":\"SERVER_ASYNC\"") + SURE));
    away.acquire();
    String id = program.start("late", "{}", "go");
    round(id, "Asha");
    await().until(() -> called.size() == 1);
    program.step(id, "sure", "AFTER_STEP", "{accepted: false}");
    program.step(id, "who", "AFTER_STEP", "{name: \"Ravi\"}");
    away.release();
    program.cancel(id, "no time");
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("CANCELLED"));
    assertThat(called).extracting(Call::path).containsExactly("/reserve", "/undo/1/Asha");
  }

  @Test
  void whatAServerDidNotDoIsNotTakenBackHoweverItSaidSo() throws Exception {
    program.publish("no", steps(WHO + call("reserve", "/no\"", "/undo\"")));
    String id = program.start("no", "{}", "go");
    program.step(id, "who", "AFTER_STEP", "{name: \"Asha\"}");
    assertThat(program.step(id, "reserve", "AFTER_STEP", "{}").text("nextStepId")).contains("who");
    program.cancel(id, "no time");
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("CANCELLED"));
    assertThat(called).extracting(Call::path).containsExactly("/no");
  }

  @Test
  void aNoToTheAnswerLeavesOwedWhatWasDoneBeforeTheQuestion() throws Exception {
    program.publish(
        "twice",
        steps(
            """
            {"id":"seat","type":"CONFIRMATION","triggerEndpoint":"/first-yes","triggerTiming":"BOTH",
             "config":{"message":"This seat?","dataKey":"seat"},"compensate":{"endpoint":"/undo"}}
            """));
    String id = program.start("twice", "{}", "go");
    program.step(id, "seat", "BEFORE_STEP", "{}");
    program.step(id, "seat", "AFTER_STEP", "{accepted: true}");
    program.cancel(id, "no time");
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("CANCELLED"));
    assertThat(called).extracting(Call::path).containsExactly("/first-yes", "/first-yes", "/undo");
  }

  @Test
  void whoIsAskedAgainAndAnswersBetterIsTakenBackOnceByTheNewAnswer() throws Exception {
    program.publish(
        "better",
        steps(
            """
            {"id":"seat","type":"CONFIRMATION","triggerEndpoint":"/second-no","triggerTiming":"BOTH",
             "config":{"message":"This seat?","dataKey":"seat"},
             "compensate":{"endpoint":"/undo/${seat.server.id}"}},
            {"id":"sure","type":"CONFIRMATION","config":{"message":"Sure?"}}
            """));
    String id = program.start("better", "{}", "go");
    program.step(id, "seat", "BEFORE_STEP", "{}");
    assertThat(program.step(id, "seat", "AFTER_STEP", "{accepted: true}").text("nextStepId"))
        .contains("seat");
    assertThat(program.step(id, "seat", "AFTER_STEP", "{accepted: true}").text("nextStepId"))
        .contains("sure");
    program.cancel(id, "no time");
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("CANCELLED"));
    assertThat(called)
        .extracting(Call::path)
        .containsExactly("/second-no", "/second-no", "/second-no", "/undo/3");
  }

  @Test
  void aServerThatSaysNoToTakingBackLeavesItToPeople() throws Exception {
    program.publish("stays", steps(call("one", "/reserve\"", "/no\"")));
    String id = program.start("stays", "{}", "go");
    program.step(id, "one", "AFTER_STEP", "{}");
    program.cancel(id, "no time");
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("CANCELLED"));
    assertThat(called).extracting(Call::path).containsExactly("/reserve", "/no");
    assertThat(cards(id)).containsExactly("Undo by hand: one");
  }

  @Test
  void aServerThatIsGoneIsAskedAsOftenAsItsOwnerWantsAndThenLeftToPeople() throws Exception {
    String again = ",\"retryConfig\":{\"maxRetries\":2,\"initialDelayMs\":10}";
    program.publish(
        "gone",
        steps(
            call("one", "/reserve\"", "/undo\"" + again) + ","
                + call("two", "/reserve\"", "/gone\"" + again) + ","
                + call("three", "/reserve\"", "/gone\"" + again)));
    String id = program.start("gone", "{}", "go");
    for (String step : List.of("one", "two", "three")) {
      program.step(id, step, "AFTER_STEP", "{}");
    }
    program.cancel(id, "no time");
    await().untilAsserted(() -> assertThat(program.status(id)).isEqualTo("CANCELLED"));
    assertThat(called).extracting(Call::path)
        .containsExactly("/reserve", "/reserve", "/reserve",
            "/gone", "/gone", "/gone", "/gone", "/gone", "/gone", "/undo");
    assertThat(called.subList(3, 9)).extracting(Call::key).containsOnly(
        called.get(3).key(), called.get(6).key());
    assertThat(cards(id)).containsExactlyInAnyOrder("Undo by hand: two", "Undo by hand: three");
  }

  private void round(String id, String name) throws Exception {
    program.step(id, "who", "AFTER_STEP", "{name: \"" + name + "\"}");
    assertThat(program.step(id, "reserve", "AFTER_STEP", "{}").text("nextStepId")).contains("sure");
  }

  private List<String> cards(String execution) {
    return shop.agent().board().tasks().columns(TaskQuery.Filter.ALL, 50).stream()
        .flatMap(column -> column.cards().stream())
        .map(card -> card.task())
        .filter(task -> execution.equals(task.origin().executionId()))
        .map(task -> task.title())
        .toList();
  }

  private static final String WHO =
      "{\"id\":\"who\",\"type\":\"FORM\",\"config\":{\"formId\":\"f\",\"dataKey\":\"who\"}},";

  private static final String SURE =
      ",{\"id\":\"sure\",\"type\":\"CONFIRMATION\",\"config\":{\"message\":\"Sure?\"}}";

  private static String reserve(String more) {
    return call("reserve", "/reserve\"" + more, "/undo/${reserve.id}/${who.name}\"");
  }

  /// `path` and `undo` with their closing quote, and with what is to be said besides.
  private static String call(String id, String path, String undo) {
    return "{\"id\":\"" + id + "\",\"type\":\"API_CALL\",\"triggerEndpoint\":\"" + path
        + ",\"config\":{\"dataKey\":\"" + id + "\"},\"compensate\":{\"endpoint\":\"" + undo + "}}";
  }

  private static JsonObject steps(String steps) {
    return JsonObject.parse("{\"name\":\"Taken back\",\"steps\":[" + steps + "]}");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      int number = called.size() + 1;
      called.add(new Call(path, key, JsonObject.parse(exchange.getRequestBody().readAllBytes())));
      away.acquireUninterruptibly();
      away.release();
      exchange.sendResponseHeaders(path.equals("/gone") ? 503 : 200, 0);
      exchange.getResponseBody().write(body(path, number).getBytes(UTF_8));
    }
  }

  private static String body(String path, int number) {
    boolean no =
        path.equals("/no")
            || (path.equals("/first-yes") && number > 1)
            || (path.equals("/second-no") && number == 2);
    return no ? "{\"shouldProceed\":false}" : "{\"id\":" + number + "}";
  }

  private record Call(String path, String key, JsonObject body) {}
}
