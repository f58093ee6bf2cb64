// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.api.graphql.Executions.Answer;
import io.secureprint.agent.api.graphql.Executions.Status;
import io.secureprint.agent.api.graphql.Executions.StepResult;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.step.CardStep;
import io.secureprint.agent.engine.step.Pace;
import io.secureprint.agent.engine.step.Servers;
import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/// What a program is told, and what is done, when it asks for a step again or too early; with a server
/// that answers when the test lets it: `/no` says no, `/bad` refuses.
@OnBothDatabases
final class StepsAskedAgainTest {
  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final List<String> called = new CopyOnWriteArrayList<>();
  private final CountDownLatch slow = new CountDownLatch(1);
  private final SettableClock clock = new SettableClock();
  private ProgramShop shop;
  private ShopsProgram program;

  @BeforeEach
  void open() throws Database.Unusable, IOException {
    shop = new ProgramShop(kind, folder, clock);
    shop.servers = this::answer;
    program = new ShopsProgram(shop.executions);
  }

  @AfterEach
  void close() {
    slow.countDown();
    shop.close();
  }

  @Test
  void twoCommandsForOneStepDoNotDoTheNextOne() {
    publish(call("one", "API_CALL", "/one"), call("two", "API_CALL", "/two"));
    String id = program.start("again");
    assertThat(program.hasty(id, "one", "first").error()).isEqualTo("STEP_STILL_RUNNING");
    assertThat(program.hasty(id, "one", "second").error()).isEqualTo("STEP_STILL_RUNNING");
    slow.countDown();
    assertThat(program.step(id, "one").nextStepId()).isEqualTo("two");
    shop.rests(id);
    assertThat(program.execution(id).currentStepId()).isEqualTo("two");
    assertThat(called).containsExactly("/one");
  }

  @Test
  void twoCommandsForOneMessageAreNoMessageForTheNextStep() {
    publish(
        "{\"id\":\"one\",\"type\":\"WAIT\",\"config\":{\"signal\":\"bell\"}}",
        "{\"id\":\"two\",\"type\":\"WAIT\",\"config\":{\"signal\":\"bell\"}}");
    String id = program.start("again");
    program.step(id, "one");
    assertThat(shop.engine.signal(id, "late", Pace.go("one", 0))).isTrue();
    shop.heard(id);
    assertThat(program.execution(id).currentStepId()).isEqualTo("two");
    assertThat(program.step(id, "two").shouldProceed()).isTrue();
  }

  @Test
  void whoeverAsksAboutATimeDoesNotShortenIt() {
    publish(
        "{\"id\":\"nap\",\"type\":\"WAIT\",\"config\":{\"pauseMs\":86400000}}",
        call("end", "API_CALL", "/end"));
    String id = program.start("again");
    StepResult asked = program.step(id, "nap");
    assertThat(asked.success()).isTrue();
    assertThat(asked.shouldProceed()).isFalse();
    assertThat(program.execution(id).currentStepId()).isEqualTo("nap");
    clock.pass(Duration.ofDays(1));
    shop.engine.sweep();
    await().until(() -> "end".equals(program.execution(id).currentStepId()));
  }

  @Test
  void somebodyElsesCardDoesNotLengthenALife() {
    publish("{\"id\":\"who\",\"type\":\"FORM\",\"config\":{\"formId\":\"f\",\"dataKey\":\"who\"}}");
    String id = program.start("again");
    await().until(() -> program.execution(id).expiresAt() != null);
    Instant expires = program.execution(id).expiresAt();
    clock.pass(Duration.ofMinutes(1));
    Facts over = Facts.of("task", "t-1").and("done", true);
    assertThat(shop.engine.signal(id, "card-t-1", new Signal(CardStep.CARD, over))).isTrue();
    shop.heard(id);
    assertThat(program.execution(id).expiresAt()).isEqualTo(expires);
    assertThat(program.execution(id).currentStepId()).isEqualTo("who");
  }

  @Test
  void eachOfTwoCallsOfOneStepIsMadeAtItsTime() {
    slow.countDown();
    publish(
        "{\"id\":\"look\",\"type\":\"VALIDATION\",\"triggerTiming\":\"BOTH\",\"triggerEndpoint\":"
            + "\"/look\",\"config\":{\"dataKey\":\"look\"}}");
    String id = program.start("again");
    assertThat(program.before(id, "look").shouldProceed()).isTrue();
    assertThat(called).hasSize(1);
    assertThat(program.step(id, "look").shouldProceed()).isTrue();
    assertThat(called).hasSize(2);
  }

  @Test
  void aNoThatCameTooLateIsToldWhenItIsAskedFor() {
    publish(
        "{\"id\":\"who\",\"type\":\"FORM\",\"config\":{\"formId\":\"f\",\"dataKey\":\"who\"}}",
        call("look", "VALIDATION", "/no"));
    String id = program.start("again");
    program.step(id, "who", Map.of("roll", "12"), null);
    assertThat(program.hasty(id, "look", "once").error()).isEqualTo("STEP_STILL_RUNNING");
    slow.countDown();
    await().until(() -> "who".equals(program.execution(id).currentStepId()));
    StepResult late = program.step(id, "look", Map.of(), "once");
    assertThat(late.success()).isFalse();
    assertThat(late.fieldErrors()).extracting("field").containsExactly("roll");
    assertThat(late.nextStepId()).isEqualTo("who");
    program.step(id, "who", Map.of("roll", "13"), null);
    assertThat(program.execution(id).currentStepId()).isEqualTo("look");
  }

  @Test
  void aStepThatNobodyCameToIsStillRefused() {
    publish(
        "{\"id\":\"who\",\"type\":\"FORM\",\"config\":{\"formId\":\"f\",\"dataKey\":\"who\"}}",
        call("look", "VALIDATION", "/no"));
    String id = program.start("again");
    assertThat(program.step(id, "look").error()).isEqualTo("STEP_NOT_REACHED");
  }

  @Test
  void whyAnExecutionFailedIsToldAgainToTheSameCommand() {
    slow.countDown();
    publish(call("pay", "API_CALL", "/bad"));
    String id = program.start("again");
    StepResult first = program.step(id, "pay", Map.of(), "once");
    assertThat(first.error()).isEqualTo("ANSWER_REFUSED");
    await().until(() -> program.execution(id).status() == Status.FAILED);
    assertThat(program.step(id, "pay", Map.of(), "once")).isEqualTo(first);
    assertThat(program.ask(id, "pay"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("EXECUTION_ENDED"));
  }

  @Test
  void anAnswerGivenAtAnotherCounterIsNotTakenForGiven() throws Exception {
    publish("{\"id\":\"who\",\"type\":\"FORM\",\"config\":{\"formId\":\"f\",\"dataKey\":\"who\"}}");
    String id = program.start("again");
    StepResult there = new ShopsProgram(shop.elsewhere(folder)).step(id, "who");
    assertThat(there.success()).isFalse();
    assertThat(there.error()).isEqualTo("CONTEXT_LOST");
    assertThat(program.step(id, "who").shouldProceed()).isTrue();
  }

  private static String call(String id, String type, String path) {
    return "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"triggerEndpoint\":\"" + path
        + "\",\"config\":{\"dataKey\":\"" + id + "\"}}";
  }

  private void publish(String... steps) {
    String all = String.join(",", steps);
    shop.publish("again", JsonObject.parse("{\"name\":\"Again\",\"steps\":[" + all + "]}"));
  }

  private Servers.Reply answer(Servers.Request request) {
    called.add(request.endpoint());
    try {
      slow.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return switch (request.endpoint()) {
      case "/no" ->
          new Servers.Reply.Answered(
              JsonObject.of("valid", false).with("errors", Map.of("roll", "Not yet")));
      case "/bad" -> new Servers.Reply.Refused(400, JsonObject.EMPTY);
      default -> new Servers.Reply.Answered(JsonObject.EMPTY);
    };
  }
}
