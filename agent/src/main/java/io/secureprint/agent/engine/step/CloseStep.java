// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.engine.definition.Words;
import io.secureprint.agent.kernel.Problem;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// The finaliser: once nothing runs beside it any more, it undoes what was done where it did not end
/// well, the last first; then everything that the execution knew is forgotten. A branch only says that
/// it failed: what it did is its parent's to undo.
public final class CloseStep implements StepHandler {
  private final Servers servers;
  private final WorkBoard board;
  private final ToIntFunction<String> open;
  private final Consumer<String> forget;

  /// `open` counts the branches of an execution that have not ended; `forget` destroys the key of an
  /// execution's context.
  public CloseStep(
      Servers servers, WorkBoard board, ToIntFunction<String> open, Consumer<String> forget) {
    this.servers = servers;
    this.board = board;
    this.open = open;
    this.forget = forget;
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
    Optional<Problem> inTheWay =
        run.ending() == ExecutionStatus.COMPLETED ? Optional.empty() : undo(run, data);
    if (inTheWay.isPresent()) {
      return new StepOutcome.Retry(inTheWay.get());
    }
    forget.accept(run.executionId());
    return StepOutcome.done();
  }

  /// What is in the way of undoing the rest for the moment.
  private Optional<Problem> undo(StepRun run, ExecutionData data) {
    for (Compensation.Undo undo : Compensation.owed(data)) {
      Servers.Request request =
          Servers.Request.of(run, undo.call(), data, data.flat(), undo.step().id() + "/undo");
      Servers.Reply reply = servers.call(request);
      if (reply instanceof Servers.Reply.Failed(Problem problem, boolean passing) && passing) {
        return Optional.of(problem);
      }
      if (!(reply instanceof Servers.Reply.Answered)) {
        leaveToPeople(run, undo.step());
      }
      Compensation.notOwed(data, undo.step());
    }
    return Optional.empty();
  }

  /// What no server undoes is undone by hand, and somebody has to know of it.
  private void leaveToPeople(StepRun run, WorkflowStep step) {
    Words title = Words.plain("Undo by hand: " + step.id());
    StepConfig.Card card = new StepConfig.Card("undo_by_hand", "counter", "high", title, false);
    String key = run.executionId() + "/" + step.id() + "/undo";
    var _ = board.open(key, run.executionId(), run.correlationId(), card);
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    return begin(run);
  }
}
