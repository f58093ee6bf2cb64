// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// One move of an execution: where it stood, what its step came to, where it stands, and the signal that
/// was heard for it.
record Move(Execution before, Execution next, StepOutcome outcome, @Nullable String commandId) {

  /// Whether another step is to begin at once.
  boolean leadsOn() {
    return !next.equals(before)
        && !next.status().ended()
        && !next.position().waiting()
        && next.position().wakeAt() == null;
  }

  /// The same, with the next step begun.
  Move begun(Instant now) {
    return new Move(before, next.begun(now), outcome, commandId);
  }

  /// One that was cancelled before it began has its place in the history all the same.
  Journal.StepEnd stepEnd(String status, Instant at) {
    Instant began = Objects.requireNonNullElse(before.position().begunAt(), at);
    return new Journal.StepEnd(
        before.current().key(), before.position().run(), status, code(), began, at);
  }

  /// How the step's row ends; null while it goes on.
  @Nullable String stepStatus() {
    return switch (outcome) {
      case StepOutcome.Done _, StepOutcome.Chosen _ -> "DONE";
      case StepOutcome.Branched(_, boolean awaited, _) -> awaited ? null : "DONE";
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
    return outcome instanceof StepOutcome.Branched(var branches, _, _) ? branches : List.of();
  }
}
