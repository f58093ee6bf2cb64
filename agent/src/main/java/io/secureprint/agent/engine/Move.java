// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.Problem;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One move of an execution: where it stood, what its step came to, where it stands, and the signal that
/// was heard for it.
record Move(Execution before, Execution next, StepOutcome outcome, @Nullable String commandId) {

  /// How the step's row ends; null while it goes on.
  @Nullable String stepStatus() {
    return switch (outcome) {
      case StepOutcome.Done _, StepOutcome.Chosen _ -> "DONE";
      case StepOutcome.Branched(_, boolean awaited) -> awaited ? null : "DONE";
      case StepOutcome.Waiting _, StepOutcome.Still _ -> null;
      case StepOutcome.Retry _ -> "RETRY";
      case StepOutcome.Failed _ -> "FAILED";
      case StepOutcome.Cancelled _ -> "CANCELLED";
    };
  }

  @Nullable String code() {
    return switch (outcome) {
      case StepOutcome.Retry(Problem problem) -> problem.code();
      case StepOutcome.Failed(Problem problem) -> problem.code();
      case StepOutcome.Cancelled(Problem _) -> next.position().code();
      case StepOutcome.Done _, StepOutcome.Chosen _, StepOutcome.Branched _,
          StepOutcome.Waiting _, StepOutcome.Still _ -> null;
    };
  }

  List<WorkflowDefinition> branches() {
    return outcome instanceof StepOutcome.Branched(var branches, _) ? branches : List.of();
  }
}
