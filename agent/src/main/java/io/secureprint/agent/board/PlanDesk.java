// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.board.BoardRules.PlanMove;
import io.secureprint.agent.kernel.GuardedLifecycle.Choice;
import io.secureprint.agent.kernel.RefusedMove;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// The action plans of the shop: written as a draft, activated into tasks, archived when those are
/// over. Thread-safe.
public final class PlanDesk {
  /// Items of one plan.
  public static final int MOST_ITEMS = 100;

  private final Counter counter;
  private final PlanRows rows;
  private final TaskRows taskRows;
  private final TaskDesk tasks;
  private final BoardEvents events;
  private final TransitionTally tally;

  PlanDesk(
      Counter counter,
      PlanRows rows,
      TaskRows taskRows,
      TaskDesk tasks,
      BoardEvents events,
      TransitionTally tally) {
    this.counter = counter;
    this.rows = rows;
    this.taskRows = taskRows;
    this.tasks = tasks;
    this.events = events;
    this.tally = tally;
  }

  public Optional<ActionPlan> find(String id) {
    return Faults.isLink(id) ? counter.read(() -> rows.find(id)) : Optional.empty();
  }

  /// In one of these states, or in any if there are none; the newest first, at most 200.
  public List<ActionPlan> list(Set<ActionPlanState> states) {
    return counter.read(() -> rows.list(states));
  }

  /// Every way that a plan could go now, each with what stands against it; none for an unknown one.
  public List<Choice<ActionPlanState>> moves(String id) {
    return Faults.isLink(id)
        ? counter.read(
            () -> rows.find(id).stream().flatMap(plan -> choices(plan).stream()).toList())
        : List.of();
  }

  /// Begins a draft, which may be empty yet. Codes: `TASK_TITLE_WRONG`, `TASK_TYPE_WRONG`,
  /// `TASK_AREA_WRONG`, `PLAN_TOO_LONG`, `COMMAND_WRONG`, `COMMAND_REUSED`.
  public Answer<ActionPlan> create(PlanDraft draft, Caller caller) {
    Optional<Refusal> faulty = fault(draft);
    if (faulty.isPresent()) {
      return Answer.refused(faulty.get());
    }
    return counter.grant(
        caller,
        "plan " + draft,
        rows::find,
        by -> {
          Instant now = counter.now();
          List<PlanItem> items = draft.items().stream().map(PlanItem::new).toList();
          ActionPlan plan =
              new ActionPlan(
                  counter.newId(), draft.title(), ActionPlanState.DRAFT, items, 1, now, now);
          rows.insert(plan);
          events.plan("ActionPlanCreated", plan, by);
          return new Answer.Done<>(plan);
        });
  }

  /// Writes a draft anew. Codes beside those of a new one: `PLAN_UNKNOWN`, `PLAN_NOT_DRAFT`,
  /// `CHANGED_MEANWHILE`.
  public Answer<ActionPlan> rewrite(String id, PlanDraft draft, Caller caller) {
    Optional<Refusal> faulty = fault(draft);
    if (faulty.isPresent()) {
      return Answer.refused(faulty.get());
    }
    return counter.grant(
        caller,
        "rewrite " + id + " " + draft,
        rows::find,
        by ->
            known(
                id,
                by,
                (plan, now) ->
                    plan.state() == ActionPlanState.DRAFT
                        ? kept("ActionPlanRewritten", plan.rewritten(draft, now), by)
                        : Answer.refused(new Refusal.Conflict("PLAN_NOT_DRAFT"))));
  }

  /// Puts the plan's items on the board as tasks.
  public Answer<ActionPlan> activate(String id, Caller caller) {
    return transition(id, ActionPlanState.ACTIVE, caller);
  }

  public Answer<ActionPlan> archive(String id, Caller caller) {
    return transition(id, ActionPlanState.ARCHIVED, caller);
  }

  /// Codes beside those of the life cycle and its guards: `PLAN_UNKNOWN`, `CHANGED_MEANWHILE`,
  /// `TASKS_TOO_MANY`, `COMMAND_WRONG`, `COMMAND_REUSED`.
  public Answer<ActionPlan> transition(String id, ActionPlanState to, Caller caller) {
    return tally.noted(
        "action_plan",
        rows::find,
        again ->
            counter.grant(
                caller,
                "transition " + id + " " + to,
                again,
                by -> known(id, by, (plan, now) -> moved(plan, to, by, now))));
  }

  private Answer<ActionPlan> moved(
      ActionPlan plan, ActionPlanState to, Caller caller, Instant now) {
    Optional<RefusedMove> refused = BoardRules.PLANS.refusal(plan.state(), to, move(plan));
    if (refused.isPresent()) {
      return Answer.refused(new Refusal.NotMoved(refused.get()));
    }
    if (to != ActionPlanState.ACTIVE) {
      return kept("ActionPlanArchived", plan.in(to, plan.items(), now), caller);
    }
    if (tasks.full(plan.items().size())) {
      return Answer.refused(new Refusal.Conflict("TASKS_TOO_MANY"));
    }
    List<PlanItem> begun = new ArrayList<>();
    for (PlanItem item : plan.items()) {
      Task task = tasks.make(draft(plan, item.wish()), caller, now);
      begun.add(new PlanItem(item.wish(), task.id(), task.state()));
    }
    return kept("ActionPlanActivated", plan.in(to, begun, now), caller);
  }

  private static TaskDraft draft(ActionPlan plan, PlanItem.Wish wish) {
    return new TaskDraft(
        wish.taskType(),
        wish.area(),
        wish.priority(),
        wish.title(),
        null,
        null,
        new TaskDraft.Links(plan.id(), null, null));
  }

  private Answer<ActionPlan> known(
      String id, Caller caller, BiFunction<ActionPlan, Instant, Answer<ActionPlan>> wish) {
    Optional<ActionPlan> plan = Faults.isLink(id) ? rows.locked(id) : Optional.empty();
    if (plan.isEmpty()) {
      return Answer.refused(new Refusal.Unknown("PLAN_UNKNOWN"));
    }
    return caller.knows(plan.get().revision())
        ? wish.apply(plan.get(), counter.now())
        : Answer.refused(new Refusal.Conflict("CHANGED_MEANWHILE"));
  }

  private Answer<ActionPlan> kept(String event, ActionPlan next, Caller caller) {
    rows.update(next);
    events.plan(event, next, caller);
    return new Answer.Done<>(next);
  }

  private List<Choice<ActionPlanState>> choices(ActionPlan plan) {
    return BoardRules.PLANS.choices(plan.state(), move(plan));
  }

  private PlanMove move(ActionPlan plan) {
    return new PlanMove(plan, taskRows.openOf(plan.id()));
  }

  private static Optional<Refusal> fault(PlanDraft draft) {
    Faults faults = new Faults().title("title", draft.title());
    faults.check("items", draft.items().size() <= MOST_ITEMS, "PLAN_TOO_LONG");
    for (int at = 0; at < Math.min(draft.items().size(), MOST_ITEMS); at++) {
      PlanItem.Wish wish = draft.items().get(at);
      String field = "items[" + at + "].";
      faults
          .title(field + "title", wish.title())
          .type(field + "task_type", wish.taskType())
          .area(field + "area", wish.area());
    }
    return faults.refusal();
  }
}
