// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A promise of how soon tasks of one kind are done: `target` of the shop's open hours. It never
/// changes; another for the same kind takes its place for tasks that begin from then on.
public record SlaPolicy(String id, Kind kind, Duration target, int warnPercent, Moves moves, Instant createdAt)
    implements Named {
  /// The policy among `all` that speaks most exactly of such a task: the same type counts for more
  /// than the same area.
  public static Optional<SlaPolicy> among(List<SlaPolicy> all, String area, String taskType) {
    return all.stream()
        .filter(policy -> policy.kind.covers(area, taskType))
        .max(Comparator.comparingInt(policy -> policy.kind.exactness()));
  }

  Duration warnAfter() {
    return target.multipliedBy(warnPercent).dividedBy(100);
  }

  /// Which tasks: `*` for any.
  public record Kind(String area, String taskType) {
    boolean covers(String someArea, String someType) {
      return says(area, someArea) && says(taskType, someType);
    }

    private int exactness() {
      return (taskType.equals(Faults.ANY) ? 0 : 2) + (area.equals(Faults.ANY) ? 0 : 1);
    }

    private static boolean says(String mine, String theirs) {
      return mine.equals(Faults.ANY) || mine.equals(theirs);
    }
  }

  /// What entering a state does to the clock. Entering any other lets a paused one go on.
  public record Moves(StateSet start, StateSet pause, StateSet stop) {
    public static final Moves USUAL =
        new Moves(
            StateSet.of(TaskState.NEW),
            StateSet.of(TaskState.BLOCKED),
            StateSet.of(TaskState.COMPLETED, TaskState.CANCELLED));
  }
}
