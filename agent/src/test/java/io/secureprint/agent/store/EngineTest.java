// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.engine.Effect;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.Start;
import io.secureprint.agent.engine.StepDefinition;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.kernel.InvalidTransition;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The engine on its real database, opened again as after a restart.
@OnBothDatabases
final class EngineTest {
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Problem PASSING =
      new Problem(
          "PASSING", Problem.Category.INTERNAL, Problem.Severity.LOW, Problem.Recovery.RETRY);
  private static final WorkflowDefinition WORKFLOW =
      new WorkflowDefinition(
          "test",
          1,
          List.of(
              new StepDefinition("first", "work", RetryPolicy.NONE),
              new StepDefinition("wait", "wait", RetryPolicy.NONE),
              new StepDefinition(
                  "flaky",
                  "flaky",
                  new RetryPolicy(2, Duration.ofMillis(20), Duration.ofSeconds(1)))),
          new StepDefinition("end", "end", RetryPolicy.NONE));

  private static final WorkflowDefinition TIMED =
      new WorkflowDefinition(
          "timed",
          1,
          List.of(new StepDefinition("nap", "nap", RetryPolicy.NONE)),
          new StepDefinition("end", "end", RetryPolicy.NONE));

  private static final WorkflowDefinition BESIDE =
      new WorkflowDefinition(
          "beside",
          1,
          List.of(
              new StepDefinition("first", "beside", RetryPolicy.NONE),
              new StepDefinition("second", "work", RetryPolicy.NONE)),
          new StepDefinition("end", "end", RetryPolicy.NONE));

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private EngineShop shop;

  @BeforeEach
  void open() throws Database.Unusable {
    shop = openShop();
    shop.engine.resume();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void stepsRunInOrderAndTheFinaliserLast() {
    String id = start();
    signal(id, "go");
    awaitStatus(id, ExecutionStatus.COMPLETED);
    assertThat(done).containsExactly("work", "wait:go", "flaky", "end");
  }

  @Test
  void eventsNameTheirWorkflowAndWhatRunsBesideItHasNone() {
    String id = start("beside", BESIDE);
    awaitStatus(id, ExecutionStatus.COMPLETED);
    await().atMost(LONG).until(() -> shop.engine.sweep().isEmpty());
    assertThat(events())
        .containsExactly(
            "WorkflowStarted beside", "StepEnded beside", "StepEnded beside", "WorkflowEnded beside");
  }

  @Test
  void theSameStartAndTheSameCommandCountOnce() {
    String id = start();
    Start again = new Start("one", "s".repeat(32), "c".repeat(32), Facts.NONE);
    assertThat(shop.engine.start(WORKFLOW, again)).isEmpty();
    assertThat(shop.engine.signal(id, "command", Signal.of("go"))).isTrue();
    assertThat(shop.engine.signal(id, "command", Signal.of("go"))).isFalse();
    awaitStatus(id, ExecutionStatus.COMPLETED);
    assertThat(done).containsOnlyOnce("wait:go");
  }

  @Test
  void aWaitingStepOutlivesARestart() throws Database.Unusable {
    String id = start();
    await().atMost(LONG).until(() -> shop.engine.find(id).orElseThrow().position().waiting());
    shop.close();
    shop = openShop();
    assertThat(shop.engine.resume()).containsExactly(id);
    signal(id, "go");
    awaitStatus(id, ExecutionStatus.COMPLETED);
    assertThat(done).containsExactly("work", "wait:go", "flaky", "end");
  }

  @Test
  void aSignalThatWasGivenBeforeACrashIsDeliveredAfterIt() throws Database.Unusable {
    String id = start();
    await().atMost(LONG).until(() -> shop.engine.find(id).orElseThrow().position().waiting());
    shop.engine.close();
    signal(id, "go");
    shop.close();
    shop = openShop();
    shop.engine.resume();
    awaitStatus(id, ExecutionStatus.COMPLETED);
  }

  @Test
  void aTimerFiresThoughItsHintWasDeleted() {
    String id = start("one", TIMED);
    await().atMost(LONG).until(() -> hints() == 1);
    shop.unitOfWork.run(Durability.STEP, () ->
        shop.unitOfWork.handle().execute("delete from scheduled_tasks"));
    shop.engine.sweep();
    awaitStatus(id, ExecutionStatus.COMPLETED);
    assertThat(done).containsExactly("nap:wake", "end");
  }

  @Test
  void aStepThatFailsForAPassingReasonIsTriedAgainAndThenGivenUp() {
    failures.set(2);
    String id = start();
    signal(id, "go");
    awaitStatus(id, ExecutionStatus.COMPLETED);
    failures.set(3);
    String other = start("two");
    signal(other, "go");
    awaitStatus(other, ExecutionStatus.FAILED);
    assertThat(shop.engine.find(other).orElseThrow().position().code()).isEqualTo("PASSING");
    assertThat(done).endsWith("end");
  }

  @Test
  void aCancelledExecutionStillRunsItsFinaliser() {
    String id = start();
    assertThat(shop.engine.cancel(id, "NOT_WANTED", "test")).isTrue();
    awaitStatus(id, ExecutionStatus.CANCELLED);
    assertThat(done).endsWith("end").doesNotContain("flaky");
    assertThat(shop.engine.cancel(id, "NOT_WANTED", "test")).isFalse();
  }

  @Test
  void anEffectIsOpenedOnceAndMovesOnlyForward() {
    String id = start();
    Effect effect = shop.effects.open("key", id, "print");
    assertThat(shop.effects.open("key", id, "print")).isEqualTo(effect);
    assertThat(effect.outsideName()).matches("sps-[0-9a-f]{32}");
    Effect prepared = shop.effects.move(effect, EffectState.PREPARED, "1", Facts.NONE);
    assertThatThrownBy(() -> shop.effects.move(prepared, EffectState.DONE, "1", Facts.NONE))
        .isInstanceOf(InvalidTransition.class);
    assertThatThrownBy(() -> shop.effects.move(effect, EffectState.PREPARED, "1", Facts.NONE))
        .isInstanceOf(IllegalStateException.class);
    assertThat(shop.effects.unresolved()).extracting(Effect::key).containsExactly("key");
  }

  @Test
  void aUnitOfWorkThatThrowsLeavesNothingBehind() {
    assertThatThrownBy(() -> shop.unitOfWork.run(Durability.STEP, () -> {
      start();
      throw new IllegalStateException("no");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(shop.engine.sweep()).isEmpty();
  }

  @Test
  void nothingLongOrNestedFitsIntoTheFacts() {
    assertThatThrownBy(() -> Facts.of("name", "x".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Facts.of("list", List.of("a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private EngineShop openShop() throws Database.Unusable {
    return new EngineShop(
        kind,
        folder,
        Stream.of("work", "wait", "nap", "flaky", "beside", "end")
            .<StepHandler>map(type -> new Handler(type, this))
            .toList());
  }

  private String start() {
    return start("one");
  }

  private String start(String key) {
    return start(key, WORKFLOW);
  }

  private String start(String key, WorkflowDefinition workflow) {
    Start start = new Start(key, "s".repeat(32), "c".repeat(32), Facts.NONE);
    return shop.engine.start(workflow, start).orElseThrow();
  }

  private List<String> events() {
    return shop.unitOfWork.call(Durability.STEP, () ->
        shop.unitOfWork.handle()
            .createQuery("select type, payload from event order by seq")
            .map((row, _) ->
                row.getString("type") + " "
                    + JsonObject.parse(row.getString("payload")).text("workflow").orElse("?"))
            .list());
  }

  private long hints() {
    return shop.unitOfWork.call(Durability.STEP, () ->
        shop.unitOfWork.handle()
            .select("select count(*) from scheduled_tasks").mapTo(Long.class).one());
  }

  private void signal(String id, String name) {
    shop.engine.signal(id, "signal-" + name, Signal.of(name));
  }

  private void awaitStatus(String id, ExecutionStatus status) {
    await().atMost(LONG).until(() -> shop.engine.find(id).orElseThrow().status() == status);
  }

  private StepOutcome flaky() {
    if (failures.getAndDecrement() > 0) {
      return new StepOutcome.Retry(PASSING);
    }
    done.add("flaky");
    return StepOutcome.done();
  }

  /// A handler that does what its type says.
  private record Handler(String type, EngineTest test) implements StepHandler {
    @Override
    public StepOutcome begin(StepRun run) {
      return switch (type) {
        case "wait" -> StepOutcome.waiting();
        case "nap" -> new StepOutcome.Waiting(Instant.now().plusSeconds(2));
        case "flaky" -> test.flaky();
        case "beside" -> new StepOutcome.Branched(List.of(TIMED), false, Facts.NONE);
        default -> {
          test.done.add(type);
          yield StepOutcome.done();
        }
      };
    }

    @Override
    public StepOutcome signal(StepRun run, Signal signal) {
      test.done.add(type + ":" + signal.name());
      return StepOutcome.done();
    }
  }
}
