// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import org.jspecify.annotations.Nullable;

/// One line of a plan's checklist. It has a task once the plan is active, and is done by it.
public record PlanItem(Wish wish, @Nullable String taskId, @Nullable TaskState taskState) {
  public PlanItem(Wish wish) {
    this(wish, null, null);
  }

  public boolean done() {
    return taskState == TaskState.COMPLETED;
  }

  /// What is to be done.
  public record Wish(String title, String taskType, Priority priority, String area) {}
}
