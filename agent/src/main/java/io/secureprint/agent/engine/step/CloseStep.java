// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.Words;
import io.secureprint.agent.kernel.JsonObject;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// The finaliser: once nothing runs beside it any more, it undoes what was done where it did not end
/// well, the last first; then everything that the execution knew is forgotten. A branch only says that
/// it failed: what it did is its parent's to undo. A server that stays away is asked as often as the call
/// says, and holds up neither the end nor what else is to be undone for longer.
public final class CloseStep implements StepHandler {
  private final Servers servers;
  private final WorkBoard board;
  private final ToIntFunction<String> open;
  private final Consumer<String> forget;
  private final Clock clock;

  /// `open` counts the branches of an execution that have not ended; `forget` destroys the key of an
  /// execution's context.
  public CloseStep(
      Servers servers,
      WorkBoard board,
      ToIntFunction<String> open,
      Consumer<String> forget,
      Clock clock) {
    this.servers = servers;
    this.board = board;
    this.open = open;
    this.forget = forget;
    this.clock = clock;
  }

  @Override
  public String type() {
    return Compiler.CLOSE;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    ExecutionData data = new ExecutionData(run.context());
    if (run.branch()) {
      if (run.ending() == ExecutionStatus.FAILED) {
        FinishStep.broken(data);
      }
      return StepOutcome.done();
    }
    if (open.applyAsInt(run.executionId()) > 0) {
      return StepOutcome.waiting();
    }
    Optional<Instant> again =
        run.ending() == ExecutionStatus.COMPLETED ? Optional.empty() : undo(run, data);
    if (again.isPresent()) {
      return new StepOutcome.Waiting(again.get());
    }
    forget.accept(run.executionId());
    return StepOutcome.done();
  }

  /// When the rest is to be undone, where a server is away for the moment.
  private Optional<Instant> undo(StepRun run, ExecutionData data) {
    for (Compensation.Undo undo : Compensation.owed(data)) {
      JsonObject known = undo.known();
      Servers.Reply reply =
          servers.call(
              Servers.Request.of(
                  run, undo.call(), known, ExecutionData.flat(known), undo.name()));
      RetryPolicy policy = undo.call().retry();
      if (reply instanceof Servers.Reply.Failed(_, boolean passing)
          && passing
          && undo.left() > 0) {
        Compensation.again(data, undo);
        int spread = Math.floorMod(run.executionId().hashCode(), 100);
        int attempt = Math.max(1, policy.maxRetries() - undo.left() + 1);
        return Optional.of(clock.instant().plus(policy.pause(attempt, spread)));
      }
      boolean undone =
          reply instanceof Servers.Reply.Answered(JsonObject body) && ServerWords.proceeds(body);
      if (!undone) {
        leaveToPeople(run, undo);
      }
      Compensation.settled(data, undo);
    }
    return Optional.empty();
  }

  /// What no server undoes is undone by hand, and somebody has to know of it.
  private void leaveToPeople(StepRun run, Compensation.Undo undo) {
    Words title = Words.plain("Undo by hand: " + undo.step().id());
    StepConfig.Card card = new StepConfig.Card("undo_by_hand", "counter", "high", title, false);
    String key = run.executionId() + "/" + undo.name();
    var _ = board.open(key, run.executionId(), run.correlationId(), card);
  }

  /// What comes before its time hastens nothing.
  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    boolean early = run.position().wakeAt() != null && !signal.name().equals(Signal.WAKE);
    return early ? new StepOutcome.Still() : begin(run);
  }
}
