// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.GuardedLifecycle;
import io.secureprint.agent.kernel.GuardedLifecycle.Guard;
import io.secureprint.agent.kernel.RefusedMove.Reason;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands before some of the states of tasks and plans.
public final class BoardRules {
  public static final GuardedLifecycle<TaskState, TaskMove> TASKS =
      new GuardedLifecycle<>(
          TaskState.LIFECYCLE,
          List.of(
              new Guard<>(TaskState.COMPLETED, "TASK_NOT_ASSIGNED", BoardRules::nobodyDidIt),
              new Guard<>(TaskState.CANCELLED, "CANCEL_REASON_NEEDED", BoardRules::nobodySaysWhy)));

  public static final GuardedLifecycle<ActionPlanState, PlanMove> PLANS =
      new GuardedLifecycle<>(
          ActionPlanState.LIFECYCLE,
          List.of(
              new Guard<>(ActionPlanState.ACTIVE, "PLAN_EMPTY", BoardRules::nothingToDo),
              new Guard<>(ActionPlanState.ARCHIVED, "PLAN_TASKS_OPEN", BoardRules::stillAtWork)));

  private BoardRules() {}

  private static Optional<Reason> nobodyDidIt(TaskMove move) {
    return move.task().assignee() == null && move.caller() != Caller.Kind.SYSTEM
        ? Optional.of(new Reason("TASK_NOT_ASSIGNED", "The task is assigned to nobody"))
        : Optional.empty();
  }

  private static Optional<Reason> nobodySaysWhy(TaskMove move) {
    return move.reason().isBlank()
        ? Optional.of(new Reason("CANCEL_REASON_NEEDED", "Cancelling needs a reason"))
        : Optional.empty();
  }

  private static Optional<Reason> nothingToDo(PlanMove move) {
    return move.plan().items().isEmpty()
        ? Optional.of(new Reason("PLAN_EMPTY", "The plan has no items"))
        : Optional.empty();
  }

  private static Optional<Reason> stillAtWork(PlanMove move) {
    return move.openTasks() == 0
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "PLAN_TASKS_OPEN",
                "Tasks of the plan that are still open: " + move.openTasks(),
                Map.of("open", move.openTasks())));
  }

  /// A task on its way, and who says why.
  public record TaskMove(Task task, Caller.Kind caller, String reason) {}

  /// A plan on its way; so many of its tasks are not over.
  public record PlanMove(ActionPlan plan, long openTasks) {}
}
