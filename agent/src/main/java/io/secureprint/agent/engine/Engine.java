// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Runs workflows: every move is journaled before the next begins, and what was under way when the
/// agent died goes on at the next start. Thread-safe.
public final class Engine implements AutoCloseable {
  private final Journal journal;
  private final UnitOfWork unitOfWork;
  private final TimerHints timers;
  private final Scribe scribe;
  private final Runner runner;

  public Engine(Ports ports, List<StepHandler> handlers, Clock clock, Ids ids) {
    this.journal = ports.journal();
    this.unitOfWork = ports.unitOfWork();
    this.timers = ports.timers();
    this.scribe = new Scribe(ports, clock, ids);
    this.runner = new Runner(ports, handlers, new Decider(ids), scribe, clock);
  }

  /// From now on `watch` counts with it.
  public void follow(ExecutionWatch watch) {
    scribe.follow(watch);
  }

  /// Starts an execution and returns its id; empty when the dedupe key was used before.
  public Optional<String> start(WorkflowDefinition definition, Start start) {
    String id = scribe.newId();
    return start(id, definition, start) ? Optional.of(id) : Optional.empty();
  }

  /// Starts an execution under an id of the caller's, who must be found by it before the first step
  /// runs; false when the dedupe key was used before.
  public boolean start(String id, WorkflowDefinition definition, Start start) {
    return scribe.begin(id, definition, start, runner::dispatch);
  }

  /// Gives a signal to the execution's waiting step, now or when it comes to wait. Joins the caller's
  /// unit of work; the same command twice is one signal. False when the execution is unknown, has
  /// ended, or had the command before.
  public boolean signal(String executionId, String commandId, Signal signal) {
    return unitOfWork.call(Durability.STEP, () -> {
      boolean alive =
          journal.find(executionId).filter(e -> !e.status().ended() && !e.finalising()).isPresent();
      boolean taken = alive && journal.insertSignal(executionId, commandId, signal);
      if (taken) {
        unitOfWork.afterCommit(() -> runner.dispatch(executionId));
      }
      return taken;
    });
  }

  /// Ends an execution: the finaliser runs next, and after it the status is CANCELLED. A step under
  /// way finishes first. False when there is nothing to end.
  public boolean cancel(String executionId, String code, String actor) {
    return cancel(executionId, code, actor, "");
  }

  /// The same, with the line by which somebody says why.
  public boolean cancel(String executionId, String code, String actor, String reason) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Execution> found =
          journal.find(executionId).filter(e -> !e.status().ended() && !e.finalising());
      boolean kept =
          found.isPresent()
              && journal.insertSignal(executionId, Signal.CANCEL, Signal.cancel(code));
      if (kept) {
        scribe.cancelAsked(found.get(), actor, reason);
        unitOfWork.afterCommit(() -> runner.dispatch(executionId));
      }
      return kept;
    });
  }

  /// Done once nothing more is to be done for the execution until something comes from outside: at once
  /// when it rests already. It may have moved on again before anybody looks.
  public CompletableFuture<Void> quiet(String executionId) {
    return runner.quiet(executionId);
  }

  public Optional<Execution> find(String executionId) {
    return unitOfWork.call(Durability.STEP, () -> journal.find(executionId));
  }

  /// Takes up everything that has not ended. Called once, before any new execution is started.
  public List<String> resume() {
    timers.start(runner::dispatch);
    return sweep();
  }

  /// Looks at everything that has not ended: gives hints that were lost again, and takes up what
  /// stands still because the journal could not be written. To be repeated every minute.
  public List<String> sweep() {
    List<String> unfinished = unitOfWork.call(Durability.STEP, journal::unfinished);
    unfinished.forEach(runner::dispatch);
    return unfinished;
  }

  /// Takes up what another agent on the same journal has signalled. To be repeated every second where
  /// there may be others.
  public void heed() {
    unitOfWork.call(Durability.STEP, journal::signalled).forEach(runner::dispatch);
  }

  /// No step begins any more; steps under way are given a moment to end.
  @Override
  public void close() {
    runner.close();
  }

  /// What the engine needs of the rest of the agent.
  public record Ports(
      Journal journal,
      UnitOfWork unitOfWork,
      EventLog events,
      TimerHints timers,
      Contexts contexts) {}
}
