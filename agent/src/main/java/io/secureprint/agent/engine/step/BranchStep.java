// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.util.List;
import java.util.function.ToIntBiFunction;

/// Does several things beside each other and waits for all, or has one done and goes on.
public final class BranchStep implements StepHandler {
  private static final Problem FAILED = Problems.of("BRANCH_FAILED");

  /// The step that has begun what runs beside it, and in which round.
  private static final String BRANCHED = "branched";

  private final boolean awaited;
  private final ToIntBiFunction<String, String> open;
  private final Pace pace;

  private BranchStep(boolean awaited, ToIntBiFunction<String, String> open, Pace pace) {
    this.awaited = awaited;
    this.open = open;
    this.pace = pace;
  }

  /// `open` counts the branches of a step of an execution that have not ended.
  public static BranchStep parallel(ToIntBiFunction<String, String> open, Pace pace) {
    return new BranchStep(true, open, pace);
  }

  public static BranchStep later(Pace pace) {
    return new BranchStep(false, (_, _) -> 0, pace);
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
    if (signal.name().equals(Signal.BRANCH)) {
      return ended(run, signal);
    }
    return Pace.goes(run, signal) && !hasBranched(run) ? branched(run) : pace.other(run, signal);
  }

  private StepOutcome branched(StepRun run) {
    StepOrders orders = StepOrders.of(run.settings());
    List<WorkflowDefinition> branches =
        orders.step().config() instanceof StepConfig.Parallel(var inner)
            ? inner.stream().map(steps -> Compiler.branch(steps, orders)).toList()
            : List.of(Compiler.background(run.settings()));
    return new StepOutcome.Branched(branches, awaited, Facts.of(BRANCHED, here(run)));
  }

  /// What ends may be a branch of another step, which is done in the background. The word of a branch
  /// that failed may come behind that of the last one to end well.
  private StepOutcome ended(StepRun run, Signal signal) {
    boolean well =
        signal.facts().text("status").filter(ExecutionStatus.COMPLETED.name()::equals).isPresent();
    if (!well || FinishStep.isBroken(new ExecutionData(run.context()))) {
      return new StepOutcome.Failed(FAILED);
    }
    boolean all = hasBranched(run) && open.applyAsInt(run.executionId(), run.stepKey()) == 0;
    return all ? StepOutcome.done() : pace.wait(run);
  }

  private static boolean hasBranched(StepRun run) {
    return run.facts().text(BRANCHED).filter(here(run)::equals).isPresent();
  }

  private static String here(StepRun run) {
    return run.stepKey() + "/" + run.round();
  }
}
