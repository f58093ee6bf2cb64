// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.Problem;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What a handler says of its step.
public sealed interface StepOutcome {
  record Done(Facts facts) implements StepOutcome {}

  /// Until a signal comes, or until `wakeAt` where that is given.
  record Waiting(@Nullable Instant wakeAt) implements StepOutcome {}

  /// Failed for a reason that may pass.
  record Retry(Problem problem) implements StepOutcome {}

  record Failed(Problem problem) implements StepOutcome {}

  static StepOutcome done() {
    return new Done(Facts.NONE);
  }

  static StepOutcome waiting() {
    return new Waiting(null);
  }
}
