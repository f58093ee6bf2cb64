// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Where an execution stands. `round` counts how often it went back to a step it had done. `step` is
/// the index of the present step, and the number of steps means the finaliser. `ending` is how the
/// execution will have ended once the finaliser is done, with `code` for the reason. A step that is not
/// `waiting` runs, at once or at `wakeAt`; `begunAt` is since when, and null before.
public record Position(
    int round,
    int step,
    int attempt,
    boolean waiting,
    @Nullable Instant wakeAt,
    ExecutionStatus ending,
    @Nullable String code,
    @Nullable Instant begunAt) {
  private static final int MOST_ATTEMPTS = 1000;

  static Position first() {
    return new Position(0, 0, 1, false, null, ExecutionStatus.COMPLETED, null, null);
  }

  /// On to the step of this index; one that is not below the present one begins another round.
  Position to(int next) {
    return new Position(next > step ? round : round + 1, next, 1, false, null, ending, code, null);
  }

  /// Its step begins.
  Position begun(Instant at) {
    return new Position(round, step, attempt, waiting, wakeAt, ending, code, at);
  }

  /// Nothing runs any more.
  Position over() {
    return new Position(round, step, attempt, waiting, null, ending, code, null);
  }

  /// The number of this run of the step, different in each round: rounds count thousands.
  int run() {
    return round * MOST_ATTEMPTS + attempt;
  }

  Position again(Instant at) {
    return new Position(round, step, attempt + 1, false, at, ending, code, null);
  }

  Position waits(@Nullable Instant until) {
    return new Position(round, step, attempt, true, until, ending, code, begunAt);
  }

  Position finaliser(WorkflowDefinition definition, ExecutionStatus as, String why) {
    return new Position(round, definition.steps().size(), 1, false, null, as, why, null);
  }
}
