// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs workflows: every move is journaled before the next begins, and what was under way when the
/// agent died goes on at the next start. Thread-safe.
public final class Engine implements AutoCloseable {
  private final Journal journal;
  private final UnitOfWork unitOfWork;
  private final EventLog events;
  private final TimerHints timers;
  private final Clock clock;
  private final Ids ids;
  private final Runner runner;

  public Engine(Ports ports, List<StepHandler> handlers, Clock clock, Ids ids) {
    this.journal = ports.journal();
    this.unitOfWork = ports.unitOfWork();
    this.events = ports.events();
    this.timers = ports.timers();
    this.clock = clock;
    this.ids = ids;
    this.runner = new Runner(ports, handlers, new Decider(ids), clock);
  }

  /// Starts an execution and returns its id; empty when the dedupe key was used before.
  public Optional<String> start(WorkflowDefinition definition, Start start) {
    Instant now = clock.instant();
    String id = ids.hex128();
    Execution execution =
        new Execution(
            new Execution.Identity(id, definition, start.sessionId(), start.correlationId(), now),
            ExecutionStatus.LIFECYCLE.move(ExecutionStatus.PENDING, ExecutionStatus.IN_PROGRESS),
            Position.first(),
            start.facts(),
            0);
    return unitOfWork.call(Durability.STEP, () -> {
      if (!journal.insert(execution, start.dedupeKey())) {
        return Optional.empty();
      }
      append(execution, "WorkflowStarted", "agent");
      unitOfWork.afterCommit(() -> runner.dispatch(id));
      return Optional.of(id);
    });
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
    return unitOfWork.call(Durability.BARRIER, () -> {
      Optional<Execution> found =
          journal.find(executionId).filter(e -> !e.status().ended() && !e.finalising());
      boolean kept =
          found.isPresent()
              && journal.insertSignal(
                  executionId, "cancel", new Signal(Runner.CANCEL, Facts.of("code", code)));
      if (kept) {
        append(found.get(), "WorkflowCancelAsked", actor);
        unitOfWork.afterCommit(() -> runner.dispatch(executionId));
      }
      return kept;
    });
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

  /// No step begins any more; steps under way are given a moment to end.
  @Override
  public void close() {
    runner.close();
  }

  private void append(Execution execution, String type, String actor) {
    events.append(
        new EventLog.Event(
            "execution",
            execution.id(),
            type,
            Map.of("workflow", execution.definition().name()),
            actor,
            execution.correlationId()));
  }

  /// What the engine needs of the rest of the agent.
  public record Ports(
      Journal journal,
      UnitOfWork unitOfWork,
      EventLog events,
      TimerHints timers,
      Contexts contexts) {}
}
