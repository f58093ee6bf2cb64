// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.race;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.Start;
import io.secureprint.agent.engine.StepDefinition;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcEventLog;
import io.secureprint.agent.store.JdbcJournal;
import io.secureprint.agent.store.JdbcUnitOfWork;
import io.secureprint.agent.store.SchedulerTimers;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// Our engine on its stores, wired as the agent does it. The finaliser comes as an eighth step.
final class OwnEngine implements Contender {
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final WorkflowDefinition SEVEN =
      new WorkflowDefinition("seven", 1, STEPS.stream().map(OwnEngine::step).toList(), step("end"));

  private final Database database;
  private final JdbcUnitOfWork unitOfWork;
  private final SchedulerTimers timers;
  private final Engine engine;
  private final Arrivals arrivals = new Arrivals();
  private final CountDownLatch held;

  /// With `hold`, journeys come as far as their fourth step and stay in it.
  OwnEngine(Path folder, boolean hold) throws Database.Unusable {
    Clock clock = Clock.systemUTC();
    held = new CountDownLatch(hold ? 1 : 0);
    database = Database.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    timers = new SchedulerTimers(database);
    Engine.Ports ports =
        new Engine.Ports(
            new JdbcJournal(unitOfWork, clock),
            unitOfWork,
            new Told(new JdbcEventLog(unitOfWork, clock), unitOfWork, arrivals),
            timers,
            _ -> Context.LOST);
    engine = new Engine(ports, List.of(new Work(held)), clock, Ids.secure());
  }

  static OwnEngine open(Path folder) throws Database.Unusable {
    OwnEngine engine = new OwnEngine(folder, false);
    var _ = engine.resume();
    return engine;
  }

  private static StepDefinition step(String key) {
    return new StepDefinition(key, "work", RetryPolicy.NONE);
  }

  /// Takes up what a killed process left, and waits until it has ended; how many there were.
  int resume() {
    List<String> left = engine.resume();
    left.forEach(id -> arrivals.await(id).join());
    return left.size();
  }

  @Override
  public CompletableFuture<Void> journey(String key) {
    String id = engine.start(SEVEN, new Start(key, ID, ID, Facts.NONE)).orElseThrow();
    return arrivals.await(id).thenRun(() -> arrivals.forget(id));
  }

  @Override
  public void close() {
    held.countDown();
    engine.close();
    timers.close();
    unitOfWork.close();
    database.close();
  }

  private record Work(CountDownLatch held) implements StepHandler {
    @Override
    public String type() {
      return "work";
    }

    @Override
    public StepOutcome begin(StepRun run) {
      if (run.stepKey().equals("pay")) {
        try {
          held.await();
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      }
      return new StepOutcome.Done(Facts.of(run.stepKey(), run.attempt()));
    }

    @Override
    public StepOutcome signal(StepRun run, Signal signal) {
      throw new IllegalStateException("nobody signals");
    }
  }

  /// Tells of an end when it is on the disk, not when it is written into the transaction.
  private record Told(EventLog log, UnitOfWork unitOfWork, Arrivals arrivals) implements EventLog {
    @Override
    public void append(Event event) {
      log.append(event);
      if (event.type().equals("WorkflowEnded")) {
        unitOfWork.afterCommit(() -> arrivals.arrived(event.aggregateId()));
      }
    }
  }
}
