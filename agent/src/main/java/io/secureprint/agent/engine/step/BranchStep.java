// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.util.List;
import java.util.function.ToIntFunction;

/// Does several things beside each other and waits for all, or has one done and goes on.
public final class BranchStep implements StepHandler {
  private static final Problem FAILED = Problems.of("BRANCH_FAILED");

  private final boolean awaited;
  private final ToIntFunction<String> open;
  private final Pace pace;

  private BranchStep(boolean awaited, ToIntFunction<String> open, Pace pace) {
    this.awaited = awaited;
    this.open = open;
    this.pace = pace;
  }

  /// `open` counts the branches of an execution that have not ended.
  public static BranchStep parallel(ToIntFunction<String> open, Pace pace) {
    return new BranchStep(true, open, pace);
  }

  public static BranchStep later(ToIntFunction<String> open, Pace pace) {
    return new BranchStep(false, open, pace);
  }

  @Override
  public String type() {
    return awaited ? Compiler.PARALLEL : Compiler.LATER;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    return Pace.driven(run) ? pace.wait(run) : branched(run);
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    return switch (signal.name()) {
      case Pace.GO -> branched(run);
      case Signal.BRANCH -> ended(run, signal);
      default -> pace.other(run, signal);
    };
  }

  private StepOutcome branched(StepRun run) {
    WorkflowStep step = StepOrders.of(run.settings()).step();
    List<WorkflowDefinition> branches =
        step.config() instanceof StepConfig.Parallel(var inner)
            ? inner.stream().map(Compiler::branch).toList()
            : List.of(Compiler.background(step));
    return new StepOutcome.Branched(branches, awaited);
  }

  /// The word of a branch that failed may come behind that of the last one to end well.
  private StepOutcome ended(StepRun run, Signal signal) {
    boolean well =
        signal.facts().text("status").filter(ExecutionStatus.COMPLETED.name()::equals).isPresent();
    if (!well || FinishStep.isBroken(new ExecutionData(run.context()))) {
      return new StepOutcome.Failed(FAILED);
    }
    return open.applyAsInt(run.executionId()) == 0 ? StepOutcome.done() : pace.wait(run);
  }
}
