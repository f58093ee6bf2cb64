// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Where an execution stands. `step` is the index of the present step, and the number of steps means
/// the finaliser. `ending` is how the execution will have ended once the finaliser is done, with
/// `code` for the reason. A step that is not `waiting` runs, at once or at `wakeAt`.
public record Position(
    int step,
    int attempt,
    boolean waiting,
    @Nullable Instant wakeAt,
    ExecutionStatus ending,
    @Nullable String code) {

  static Position first() {
    return new Position(0, 1, false, null, ExecutionStatus.COMPLETED, null);
  }

  Position next() {
    return new Position(step + 1, 1, false, null, ending, code);
  }

  Position again(Instant at) {
    return new Position(step, attempt + 1, false, at, ending, code);
  }

  Position waits(@Nullable Instant until) {
    return new Position(step, attempt, true, until, ending, code);
  }

  static Position finaliser(WorkflowDefinition definition, ExecutionStatus ending, String code) {
    return new Position(definition.steps().size(), 1, false, null, ending, code);
  }
}
