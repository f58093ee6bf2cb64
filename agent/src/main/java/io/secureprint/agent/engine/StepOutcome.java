// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.Problem;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What a handler says of its step.
public sealed interface StepOutcome {
  record Done(Facts facts) implements StepOutcome {}

  /// Done, and another step than the usual one follows, or [StepDefinition#END]. It may be one that ran
  /// before.
  record Chosen(String step, Facts facts) implements StepOutcome {}

  /// Until a signal comes, or until `wakeAt` where that is given.
  record Waiting(@Nullable Instant wakeAt) implements StepOutcome {}

  /// As before: what came changes nothing.
  record Still() implements StepOutcome {}

  /// Each of `branches` begins as an execution of its own that shares this one's context. The step
  /// goes on waiting for the signal [Signal#BRANCH] of each, or is done at once. The execution remembers
  /// `facts` from the moment when they begin.
  record Branched(List<WorkflowDefinition> branches, boolean awaited, Facts facts)
      implements StepOutcome {
    public Branched {
      branches = List.copyOf(branches);
    }
  }

  /// Failed for a reason that may pass.
  record Retry(Problem problem) implements StepOutcome {}

  record Failed(Problem problem) implements StepOutcome {}

  /// The execution ends here: the finaliser is next, and after it the status is CANCELLED.
  record Cancelled(Problem problem) implements StepOutcome {}

  static StepOutcome done() {
    return new Done(Facts.NONE);
  }

  static StepOutcome waiting() {
    return new Waiting(null);
  }
}
