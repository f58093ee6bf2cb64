// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.engine.Engine.Ports;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Carries executions forward, each by one thread at a time, until it waits or has ended.
final class Runner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
  private static final Problem BUG = Problems.of("STEP_CRASHED");
  private static final Problem FULL = Problems.of("CONTEXT_FULL");

  private final Ports ports;
  private final Map<String, StepHandler> handlers;
  private final Decider decider;
  private final Clock clock;
  private final Scribe scribe;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("engine-", 0).factory());
  /// Executions being run; true when somebody asked for another look meanwhile.
  private final Map<String, Boolean> running = new HashMap<>();
  /// Who waits for one of them to rest.
  private final Map<String, CompletableFuture<Void>> resting = new HashMap<>();
  private volatile boolean closed;

  Runner(Ports ports, List<StepHandler> handlers, Decider decider, Scribe scribe, Clock clock) {
    this.ports = ports;
    this.scribe = scribe;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(StepHandler::type, Function.identity()));
    this.decider = decider;
    this.clock = clock;
  }

  /// Looks at the execution soon; cheap and safe to repeat.
  void dispatch(String executionId) {
    synchronized (running) {
      if (closed || running.put(executionId, true) != null) {
        return;
      }
    }
    threads.execute(() -> run(executionId));
  }

  @Override
  public void close() {
    synchronized (running) {
      closed = true;
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(500, TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(String executionId) {
    boolean more = true;
    CompletableFuture<Void> rested = null;
    while (more) {
      synchronized (running) {
        running.put(executionId, false);
      }
      boolean moved = moveGuarded(executionId);
      synchronized (running) {
        more = !closed && (moved || Boolean.TRUE.equals(running.get(executionId)));
        if (!more) {
          running.remove(executionId);
          rested = resting.remove(executionId);
        }
      }
    }
    if (rested != null) {
      rested.complete(null);
    }
  }

  /// Done when nobody runs the execution any more.
  CompletableFuture<Void> quiet(String executionId) {
    synchronized (running) {
      return running.containsKey(executionId)
          ? resting.computeIfAbsent(executionId, _ -> new CompletableFuture<>())
          : CompletableFuture.completedFuture(null);
    }
  }

  private boolean moveGuarded(String executionId) {
    try {
      return move(executionId);
    } catch (RuntimeException e) {
      // The journal could not be written: what it says is still true, and the sweep comes back.
      LOG.error("execution {} stands still", executionId, e);
      return false;
    }
  }

  /// One move, and those that follow from it at once; false when there is none to be made now.
  private boolean move(String executionId) {
    Optional<Standing> found =
        ports.unitOfWork().call(Durability.STEP, () -> scribe.standing(executionId));
    if (found.isEmpty()) {
      return false;
    }
    Standing standing = found.get();
    Execution execution = standing.execution();
    Instant wakeAt = execution.position().wakeAt();
    if (standing.begins()) {
      return settle(execution, call(execution, Optional.empty(), standing.cutOff()), null);
    }
    if (standing.isCancelled()) {
      return cancel(execution, standing.signal().orElseThrow());
    }
    if (execution.position().waiting() && standing.signal().isPresent()) {
      return deliver(execution, standing.signal().get());
    }
    if (wakeAt == null) {
      return false;
    }
    return execution.isDue(standing.now())
        ? settle(execution, call(execution, Optional.of(Signal.of(Signal.WAKE)), false), null)
        : sleep(execution, wakeAt);
  }

  private boolean sleep(Execution execution, Instant until) {
    ports.timers().wakeAt(execution.id(), until);
    return false;
  }

  private boolean deliver(Execution execution, Journal.Kept kept) {
    return settle(
        execution, call(execution, Optional.of(kept.signal()), false), kept.commandId());
  }

  private StepOutcome call(Execution execution, Optional<Signal> signal, boolean resumed) {
    StepDefinition step = execution.current();
    StepHandler handler = handlers.get(step.type());
    StepRun run =
        new StepRun(
            execution.identity(),
            step,
            execution.position(),
            resumed,
            execution.facts(),
            ports.contexts().of(execution.identity().contextId()));
    if (handler == null) {
      LOG.error("no handler for steps of type {}", step.type());
      return new StepOutcome.Failed(BUG);
    }
    try {
      return signal.map(s -> handler.signal(run, s)).orElseGet(() -> handler.begin(run));
    } catch (UnitOfWork.Unavailable e) {
      // The step did not fail: it could not write down what it did. The sweep comes back to it.
      throw e;
    } catch (Context.Full e) {
      LOG.warn("step {} of execution {}: {}", step.key(), execution.id(), e.getMessage());
      return new StepOutcome.Failed(FULL);
    } catch (RuntimeException e) {
      LOG.error("step {} of execution {} crashed", step.key(), execution.id(), e);
      return new StepOutcome.Failed(BUG);
    }
  }

  private boolean cancel(Execution execution, Journal.Kept kept) {
    String code = kept.signal().facts().text("code").orElse("CANCELLED");
    Execution next = decider.cancelled(execution, code);
    StepOutcome outcome = new StepOutcome.Cancelled(Problems.of(code));
    return follow(new Move(execution, next, outcome, kept.commandId()));
  }

  private boolean settle(
      Execution execution, StepOutcome outcome, @Nullable String commandId) {
    Execution next = decider.after(execution, outcome, clock.instant());
    return follow(new Move(execution, next, outcome, commandId));
  }

  /// Writes the move. Where nothing came meanwhile, the step after it begins with the same commit, and
  /// nothing of it need be read again. False when nothing more is to be done now.
  private boolean follow(Move first) {
    Move move = first;
    while (!closed) {
      boolean begins = move.leadsOn() && !isAsked(move.next().id());
      move = begins ? move.begun(clock.instant()) : move;
      scribe.write(move, this::dispatch);
      Execution next = move.next();
      if (!begins || closed) {
        return !next.status().ended();
      }
      StepOutcome outcome = call(next, Optional.empty(), false);
      move = new Move(next, decider.after(next, outcome, clock.instant()), outcome, null);
    }
    // What a handler says while it is being stopped is not what became of its step.
    return false;
  }

  private boolean isAsked(String executionId) {
    synchronized (running) {
      return Boolean.TRUE.equals(running.get(executionId));
    }
  }
}
