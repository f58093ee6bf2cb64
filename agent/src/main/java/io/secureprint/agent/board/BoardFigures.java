// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The board in numbers, each state with its count, 0 included. `breached` counts every promise ever
/// broken, `overdue` those of them whose task is still open, `warned` those that soon will be.
/// `changedAt` is when a task or a plan last changed; nothing while there never was one.
public record BoardFigures(
    Map<TaskState, Long> tasks,
    Map<ActionPlanState, Long> plans,
    Promises promises,
    @Nullable Instant changedAt) {
  public static final BoardFigures NONE =
      new BoardFigures(Map.of(), Map.of(), new Promises(0, 0, 0, 0), null);

  public BoardFigures {
    Map<TaskState, Long> allTasks = new EnumMap<>(TaskState.class);
    for (TaskState state : TaskState.values()) {
      allTasks.put(state, tasks.getOrDefault(state, 0L));
    }
    tasks = Collections.unmodifiableMap(allTasks);
    Map<ActionPlanState, Long> allPlans = new EnumMap<>(ActionPlanState.class);
    for (ActionPlanState state : ActionPlanState.values()) {
      allPlans.put(state, plans.getOrDefault(state, 0L));
    }
    plans = Collections.unmodifiableMap(allPlans);
  }

  /// `ticking` are all clocks that run now, the warned ones among them.
  public record Promises(long ticking, long warned, long breached, long overdue) {}
}
