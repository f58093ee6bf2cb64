// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.board.BoardRules.PlanMove;
import io.secureprint.agent.board.BoardRules.TaskMove;
import io.secureprint.agent.kernel.GuardedLifecycle;
import io.secureprint.agent.kernel.RefusedMove;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The two machines, pair by pair, against a table written down by hand.
final class BoardRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Set<String> TASK_MOVES =
      Set.of(
          "new in_progress", "new blocked", "new cancelled",
          "in_progress completed", "in_progress blocked", "in_progress cancelled",
          "blocked in_progress", "blocked cancelled");
  private static final Set<String> PLAN_MOVES =
      Set.of("draft active", "draft archived", "active archived");

  static Stream<Arguments> taskPairs() {
    return Arrays.stream(TaskState.values())
        .flatMap(from -> Arrays.stream(TaskState.values()).map(to -> Arguments.of(from, to)));
  }

  static Stream<Arguments> planPairs() {
    return Arrays.stream(ActionPlanState.values())
        .flatMap(from -> Arrays.stream(ActionPlanState.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("taskPairs")
  void aTaskGoesOnlyTheWaysOfItsTable(TaskState from, TaskState to) {
    TaskMove move = new TaskMove(task(from, "Asha"), Caller.Kind.PERSON, "because");
    boolean allowed = TASK_MOVES.contains(from.word() + " " + to.word());
    if (allowed) {
      assertThat(BoardRules.TASKS.refusal(from, to, move)).isEmpty();
    } else {
      RefusedMove refused = BoardRules.TASKS.refusal(from, to, move).orElseThrow();
      assertThat(refused.code()).isEqualTo("INVALID_TRANSITION");
      assertThat(refused.message())
          .isEqualTo("Transition from " + from.word() + " to " + to.word() + " not allowed");
      assertThat(refused.reasons()).isEmpty();
      assertThat(refused.allowed()).allMatch(next -> TASK_MOVES.contains(from.word() + " " + next));
    }
  }

  @ParameterizedTest
  @MethodSource("planPairs")
  void aPlanGoesOnlyTheWaysOfItsTable(ActionPlanState from, ActionPlanState to) {
    boolean allowed = PLAN_MOVES.contains(from.word() + " " + to.word());
    assertThat(BoardRules.PLANS.refusal(from, to, new PlanMove(plan(from, 1), 0)).isEmpty())
        .isEqualTo(allowed);
  }

  @Test
  void theRefusalThatProgramsKnowReadsLiterally() {
    TaskMove move = new TaskMove(task(TaskState.COMPLETED, "Asha"), Caller.Kind.PROGRAM, "");
    assertThat(BoardRules.TASKS.refusal(TaskState.COMPLETED, TaskState.IN_PROGRESS, move))
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.message())
                  .isEqualTo("Transition from completed to in_progress not allowed");
              assertThat(refused.allowed()).isEmpty();
            });
  }

  @Test
  void whatNobodyDidIsNotCompletedUnlessTheShopItselfDidIt() {
    Task task = task(TaskState.IN_PROGRESS, null);
    assertThat(codes(BoardRules.TASKS, task, Caller.Kind.PERSON, "", TaskState.COMPLETED))
        .containsExactly("TASK_NOT_ASSIGNED");
    assertThat(codes(BoardRules.TASKS, task, Caller.Kind.PROGRAM, "", TaskState.COMPLETED))
        .containsExactly("TASK_NOT_ASSIGNED");
    assertThat(codes(BoardRules.TASKS, task, Caller.Kind.SYSTEM, "", TaskState.COMPLETED)).isEmpty();
  }

  @Test
  void nothingIsCancelledWithoutAReason() {
    Task task = task(TaskState.NEW, null);
    assertThat(codes(BoardRules.TASKS, task, Caller.Kind.SYSTEM, " ", TaskState.CANCELLED))
        .containsExactly("CANCEL_REASON_NEEDED");
    assertThat(codes(BoardRules.TASKS, task, Caller.Kind.PERSON, "twice", TaskState.CANCELLED))
        .isEmpty();
  }

  @Test
  void anEmptyPlanIsNotActivatedAndOneAtWorkSaysHowMuchIsOpen() {
    RefusedMove empty =
        BoardRules.PLANS
            .refusal(
                ActionPlanState.DRAFT,
                ActionPlanState.ACTIVE,
                new PlanMove(plan(ActionPlanState.DRAFT, 0), 0))
            .orElseThrow();
    RefusedMove open =
        BoardRules.PLANS
            .refusal(
                ActionPlanState.ACTIVE,
                ActionPlanState.ARCHIVED,
                new PlanMove(plan(ActionPlanState.ACTIVE, 4), 3))
            .orElseThrow();
    assertThat(empty.code()).isEqualTo("PLAN_EMPTY");
    assertThat(empty.message()).isEqualTo("Transition from draft to active not allowed");
    assertThat(empty.allowed()).containsExactly("active", "archived");
    assertThat(open.reasons().getFirst().figures()).isEqualTo(Map.of("open", 3L));
    assertThat(open.reasons().getFirst().message()).endsWith("3");
  }

  @Test
  void programsReadEveryMoveWithItsGuards() {
    assertThat(BoardRules.TASKS.arrows())
        .hasSize(8)
        .contains(
            new GuardedLifecycle.Arrow("in_progress", "completed", List.of("TASK_NOT_ASSIGNED")),
            new GuardedLifecycle.Arrow("blocked", "in_progress", List.of()));
    assertThat(BoardRules.PLANS.arrows()).hasSize(3);
    assertThat(BoardRules.TASKS.table().name()).isEqualTo("task");
    assertThat(BoardRules.TASKS.table().mermaid()).contains("[*] --> new", "blocked --> cancelled");
  }

  private static List<String> codes(
      GuardedLifecycle<TaskState, TaskMove> rules,
      Task task,
      Caller.Kind caller,
      String reason,
      TaskState to) {
    return rules.refusal(task.state(), to, new TaskMove(task, caller, reason)).stream()
        .flatMap(refused -> refused.reasons().stream())
        .map(RefusedMove.Reason::code)
        .toList();
  }

  private static Task task(TaskState state, @Nullable String assignee) {
    return new Task(
        "t",
        new Task.Origin("intake", "front", null, null, null, "c", NOW),
        new Task.Live(state, Priority.NORMAL, "Look", assignee, null),
        1,
        NOW);
  }

  private static ActionPlan plan(ActionPlanState state, int items) {
    PlanItem item = new PlanItem(new PlanItem.Wish("Look", "review", Priority.LOW, "front"));
    return new ActionPlan(
        "p", "Diwali", state, Stream.generate(() -> item).limit(items).toList(), 1, NOW, NOW);
  }
}
