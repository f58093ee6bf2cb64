// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.awaitility.Awaitility.await;

import io.secureprint.agent.api.graphql.EngineExecutions;
import io.secureprint.agent.api.graphql.Executions;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.definition.PublishCheck;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.seal.KeySlab;
import io.secureprint.agent.engine.seal.SealedContexts;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.engine.step.AskStep;
import io.secureprint.agent.engine.step.Audience;
import io.secureprint.agent.engine.step.BranchStep;
import io.secureprint.agent.engine.step.CallStep;
import io.secureprint.agent.engine.step.CardStep;
import io.secureprint.agent.engine.step.CloseStep;
import io.secureprint.agent.engine.step.FinishStep;
import io.secureprint.agent.engine.step.Pace;
import io.secureprint.agent.engine.step.PauseStep;
import io.secureprint.agent.engine.step.Question;
import io.secureprint.agent.engine.step.Servers;
import io.secureprint.agent.engine.step.WorkBoard;
import io.secureprint.agent.journey.PrintJourney;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Executions of programs on a real database, which a test closes and opens again.
final class ProgramShop implements AutoCloseable {
  final SealedContexts contexts;
  final Shelf shelf;
  final Engine engine;
  final Executions executions;
  /// What the workflows call.
  volatile Servers servers = NO_SERVERS;
  private final Database database;
  private final JdbcUnitOfWork unitOfWork;
  private final SchedulerTimers timers;
  private final KeySlab slab;
  private final JdbcResults results;
  private final JdbcJournal journal;
  private final OpenBranches branches;
  private final List<KeySlab> others = new ArrayList<>();

  ProgramShop(TestDatabase kind, Path folder, Clock clock) throws Database.Unusable, IOException {
    Ids ids = Ids.secure();
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    slab = KeySlab.open(slab(folder), new byte[32], ids);
    contexts = new SealedContexts(slab, new JdbcSealedValues(unitOfWork), ids);
    JdbcEventLog events = new JdbcEventLog(unitOfWork, clock);
    journal = new JdbcJournal(unitOfWork, clock);
    branches = new OpenBranches(unitOfWork, journal);
    Shelf.Ports places =
        new Shelf.Ports(new JdbcWorkflowRows(unitOfWork), unitOfWork, events, Optional::of);
    shelf = new Shelf(places, new PublishCheck(new Cel()), clock, PrintJourney.first());
    timers = new SchedulerTimers(database);
    results = new JdbcResults(unitOfWork);
    Pace pace = new Pace(clock);
    engine =
        new Engine(
            new Engine.Ports(journal, unitOfWork, events, timers, contexts),
            List.of(
                new AskStep(new Nobody(), pace),
                new CallStep(request -> servers.call(request), new Nobody(), new Cel(), pace),
                BranchStep.parallel(branches::open, pace),
                BranchStep.later(pace),
                new PauseStep(new Nobody(), pace, clock),
                new FinishStep(NO_SERVERS, branches::open, results::keep, pace),
                new CardStep(new Wall(), new Nobody(), pace),
                new CloseStep(NO_SERVERS, new Wall(), branches::open, contexts::forget, clock)),
            clock,
            ids);
    executions = executions(unitOfWork);
    contexts.sweep(engine.resume());
  }

  private static final Servers NO_SERVERS =
      _ -> {
        throw new IllegalStateException("nobody is called here");
      };

  /// Where the keys of executions are.
  static Path slab(Path folder) {
    return folder.resolve("contexts");
  }

  void publish(String slug, JsonObject text) {
    shelf.publish(new Shelf.Draft(slug, text, 0), "", "owner");
  }

  /// The same executions, written by something else.
  Executions executions(UnitOfWork writing) {
    return new EngineExecutions(
        new EngineExecutions.Ports(engine, shelf, contexts, results, writing), Ids.secure());
  }

  /// The same executions, of which each program may have so many under way.
  Executions atMost(int underWay) {
    return new EngineExecutions(
        new EngineExecutions.Ports(engine, shelf, contexts, results, unitOfWork),
        Ids.secure(),
        underWay);
  }

  /// The same executions at another counter, which has none of their keys.
  Executions elsewhere(Path folder) throws IOException {
    Ids ids = Ids.secure();
    others.add(KeySlab.open(folder.resolve("elsewhere"), new byte[32], ids));
    SealedContexts keys = new SealedContexts(others.getLast(), new JdbcSealedValues(unitOfWork), ids);
    return new EngineExecutions(
        new EngineExecutions.Ports(engine, shelf, keys, results, unitOfWork), ids);
  }

  /// Until every signal was heard and nothing runs beside the execution.
  void rests(String executionId) {
    await().until(() -> branches.open(executionId) == 0);
    heard(executionId);
  }

  /// Until every signal was heard.
  void heard(String executionId) {
    await()
        .until(() -> !unitOfWork.call(Durability.STEP, journal::signalled).contains(executionId));
  }

  long sealedBytes() {
    return contexts.bytes();
  }

  @Override
  public void close() {
    engine.close();
    timers.close();
    slab.close();
    others.forEach(KeySlab::close);
    unitOfWork.close();
    database.close();
  }

  private static final class Nobody implements Audience {
    @Override
    public void show(Question question) {}

    @Override
    public void nothing(String executionId) {}
  }

  /// A board that nobody looks at.
  private record Wall() implements WorkBoard {
    @Override
    public Optional<String> open(
        String key, String executionId, String correlationId, StepConfig.Card card) {
      return Optional.of(key);
    }

    @Override
    public void withdraw(String card, String correlationId) {
      // Nobody saw it.
    }
  }
}
