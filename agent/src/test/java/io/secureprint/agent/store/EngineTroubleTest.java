// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Steps that hang or crash, and a journal that cannot be read or written.
@OnBothDatabases
final class EngineTroubleTest {
  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private EngineShop shop;

  @BeforeEach
  void open() throws Database.Unusable {
    shop = openShop();
    shop.engine.resume();
  }

  @AfterEach
  void close() {
    held.values().forEach(CountDownLatch::countDown);
    shop.close();
  }

  @Test
  void aStepThatHangsHoldsUpNeitherOthersNorTheEnd() throws Database.Unusable {
    held.put("hang", new CountDownLatch(1));
    String hanging = start("hang");
    await().until(() -> done.contains("hang began"));
    String other = start("work");
    awaitStatus(other, ExecutionStatus.COMPLETED);
    shop.close();
    held.get("hang").countDown();
    shop = openShop();
    assertThat(shop.engine.resume()).containsExactly(hanging);
    awaitStatus(hanging, ExecutionStatus.COMPLETED);
    assertThat(done).contains("hang resumed").containsOnlyOnce("hang done");
  }

  @Test
  void aStepThatTheAgentsEndCutOffIsTakenUpBeforeItsCancelCounts() throws Database.Unusable {
    held.put("hang", new CountDownLatch(1));
    String id = start("hang");
    await().until(() -> done.contains("hang began"));
    shop.engine.cancel(id, "SESSION_CANCELLED", "cancelled");
    shop.close();
    held.get("hang").countDown();
    shop = openShop();
    shop.engine.resume();
    await().until(() -> shop.engine.find(id).orElseThrow().status().ended());
    assertThat(done).containsSubsequence("hang began", "hang resumed", "hang done", "end done");
  }

  @Test
  void aStepThatCrashesFailsItsExecutionAndItsFinaliserStillRuns() {
    String id = start("crash");
    awaitStatus(id, ExecutionStatus.FAILED);
    assertThat(shop.engine.find(id).orElseThrow().position().code()).isEqualTo("STEP_CRASHED");
    assertThat(done).contains("end");
  }

  @Test
  void anExecutionThatNobodyCanReadIsLeftAloneAndOthersGoOn() throws Database.Unusable {
    held.put("hang", new CountDownLatch(1));
    String poison = start("hang");
    await().until(() -> done.contains("hang began"));
    shop.close();
    held.get("hang").countDown();
    shop = openShop();
    sql("update execution_state set facts = '{' where execution_id = ?", poison);
    shop.engine.resume();
    awaitStatus(start("work"), ExecutionStatus.COMPLETED);
    assertThat(shop.engine.sweep()).containsExactly(poison);
    sql("update execution_state set facts = '{}' where execution_id = ?", poison);
    await()
        .until(
            () -> {
              shop.engine.sweep();
              return shop.engine.find(poison).orElseThrow().status() == ExecutionStatus.COMPLETED;
            });
  }

  @Test
  void aMoveThatCannotBeWrittenDownIsMadeAgainByTheSweep() {
    held.put("hang", new CountDownLatch(1));
    String id = start("hang");
    await().until(() -> done.contains("hang began"));
    sql("update execution_state set revision = revision + 1 where execution_id = ?", id);
    held.get("hang").countDown();
    await().until(() -> done.contains("hang done"));
    assertThat(shop.engine.find(id).orElseThrow().status()).isEqualTo(ExecutionStatus.IN_PROGRESS);
    await()
        .until(
            () -> {
              shop.engine.sweep();
              return shop.engine.find(id).orElseThrow().status() == ExecutionStatus.COMPLETED;
            });
    assertThat(done).contains("hang resumed");
  }

  @Test
  void aStepThatCannotWriteDownWhatItDidIsNotFailedButTakenUpAgain() {
    String id = start("full");
    await()
        .until(
            () -> {
              shop.engine.sweep();
              return shop.engine.find(id).orElseThrow().status() == ExecutionStatus.COMPLETED;
            });
    assertThat(done).containsSubsequence("full began", "full resumed", "full done");
  }

  @Test
  void aStepThatWritesWhatNoColumnHoldsFailsInsteadOfStandingStill() {
    String id = start("wide");
    awaitStatus(id, ExecutionStatus.FAILED);
    assertThat(shop.engine.find(id).orElseThrow().position().code()).isEqualTo("STEP_CRASHED");
  }

  private void sql(String statement, String id) {
    shop.unitOfWork.run(
        Durability.STEP, () -> shop.unitOfWork.handle().execute(statement, id));
  }

  private String start(String type) {
    WorkflowDefinition workflow =
        new WorkflowDefinition(
            type,
            1,
            List.of(new StepDefinition(type, type, RetryPolicy.NONE)),
            new StepDefinition("end", "end", RetryPolicy.NONE));
    Start start = new Start(type, "s".repeat(32), "c".repeat(32), Facts.NONE);
    return shop.engine.start(workflow, start).orElseThrow();
  }

  private void awaitStatus(String id, ExecutionStatus status) {
    await().until(() -> shop.engine.find(id).orElseThrow().status() == status);
  }

  private EngineShop openShop() throws Database.Unusable {
    return new EngineShop(
        kind,
        folder,
        List.of(
            new Handler("hang", this),
            new Handler("work", this),
            new Handler("crash", this),
            new Handler("full", this),
            new Handler("wide", this),
            new Handler("end", this)));
  }

  /// A handler that does what its type says.
  private record Handler(String type, EngineTroubleTest test) implements StepHandler {
    @Override
    public StepOutcome begin(StepRun run) {
      if (type.equals("crash")) {
        throw new IllegalStateException("crashed as it should");
      }
      if (type.equals("wide")) {
        test.sql("update execution set subject = '" + "s".repeat(2_000) + "' where id = ?", run.executionId());
      }
      test.done.add(type + (run.resumed() ? " resumed" : " began"));
      if (type.equals("full") && !run.resumed()) {
        throw new UnitOfWork.Unavailable(new IllegalStateException("the disk is full"));
      }
      return hold() ? finished() : StepOutcome.waiting();
    }

    /// False when the engine did not wait for the end.
    private boolean hold() {
      try {
        CountDownLatch latch = test.held.get(type);
        return latch == null || latch.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException _) {
        return false;
      }
    }

    private StepOutcome finished() {
      test.done.add(type + " done");
      test.done.add(type);
      return StepOutcome.done();
    }

    @Override
    public StepOutcome signal(StepRun run, Signal signal) {
      return StepOutcome.done();
    }
  }
}
