// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.kernel.Problem;

import java.util.function.Consumer;

/// The finaliser: where it did not end well, undoes what was done, the last first; then everything that
/// the execution knew is forgotten.
public final class CloseStep implements StepHandler {
  private final Servers servers;
  private final Consumer<String> forget;

  /// `forget` destroys the key of an execution's context.
  public CloseStep(Servers servers, Consumer<String> forget) {
    this.servers = servers;
    this.forget = forget;
  }

  @Override
  public String type() {
    return Compiler.CLOSE;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    ExecutionData data = new ExecutionData(run.context());
    if (run.ending() != ExecutionStatus.COMPLETED) {
      for (Compensation.Undo undo : Compensation.owed(data)) {
        Servers.Request request =
            Servers.Request.of(run, undo.call(), data, data.flat(), undo.step().id() + "/undo");
        Servers.Reply reply = servers.call(request);
        if (reply instanceof Servers.Reply.Failed(Problem problem, boolean passing) && passing) {
          return new StepOutcome.Retry(problem);
        }
        Compensation.notOwed(data, undo.step());
      }
    }
    if (!run.branch()) {
      forget.accept(run.executionId());
    }
    return StepOutcome.done();
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    return StepOutcome.waiting();
  }
}
