// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.board;

import io.secureprint.agent.api.board.TaskViews.Command;
import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.ApiProblem.Move;
import io.secureprint.agent.api.route.Call;
import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.api.route.Nothing;
import io.secureprint.agent.api.route.Refusal;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.PlanDesk;
import io.secureprint.agent.board.PlanDraft;
import io.secureprint.agent.board.PlanItem;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskState;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/// Action plans by `/api/workflow/action-plans`.
final class PlanRoutes {
  private static final String PLANS = "/api/workflow/action-plans";

  private final PlanDesk plans;

  PlanRoutes(PlanDesk plans) {
    this.plans = plans;
  }

  List<Route<?, ?, ?>> routes() {
    return List.of(
        Route.post(PLANS)
            .named("createActionPlan", "Begins an action plan as a draft")
            .by(Access.ACTS)
            .with(Command.class)
            .takes(NewPlan.class)
            .refuses(
                BoardAnswers.errors(
                    "TASK_TITLE_WRONG", "TASK_TYPE_WRONG", "TASK_AREA_WRONG", "PLAN_TOO_LONG",
                    "COMMAND_WRONG", "COMMAND_REUSED"))
            .makes(PlanView.class, plan -> PLANS + "/" + plan.id(), this::create),
        moving("activate", "activateActionPlan", "Puts the plan's items on the board as tasks")
            .refuses(BoardAnswers.errors("PLAN_EMPTY", "TASKS_TOO_MANY"))
            .answers(PlanView.class, call -> moved(call, plans::activate)),
        moving("archive", "archiveActionPlan", "Puts a plan away whose tasks are over")
            .refuses(BoardAnswers.errors("PLAN_TASKS_OPEN"))
            .answers(PlanView.class, call -> moved(call, plans::archive)),
        Route.get(PLANS + "/{id}")
            .named("getActionPlan", "One plan and where it could go")
            .with(OnePlan.class)
            .refuses(BoardAnswers.errors("PLAN_UNKNOWN"))
            .answers(PlanView.class, this::one));
  }

  private static Route.Draft<PlanWish, Nothing> moving(String way, String name, String words) {
    return Route.post(PLANS + "/{id}/" + way)
        .named(name, words)
        .by(Access.ACTS)
        .with(PlanWish.class)
        .refuses(
            BoardAnswers.errors(
                "INVALID_TRANSITION", "PLAN_UNKNOWN", "CHANGED_MEANWHILE", "COMMAND_WRONG",
                "COMMAND_REUSED"));
  }

  private PlanView create(Call<Command, NewPlan> call) throws Refusal {
    PlanDraft draft =
        new PlanDraft(
            call.body().title(), call.body().items().stream().map(NewItem::wish).toList());
    Caller caller = BoardAnswers.caller(call, call.parameters().commandId(), null);
    return view(BoardAnswers.value(plans.create(draft, caller)));
  }

  private PlanView moved(
      Call<PlanWish, Nothing> call, BiFunction<String, Caller, Answer<ActionPlan>> way)
      throws Refusal {
    PlanWish wish = call.parameters();
    Caller caller = BoardAnswers.caller(call, wish.commandId(), wish.revision());
    return view(BoardAnswers.value(way.apply(wish.id(), caller), () -> moves(wish.id())));
  }

  private PlanView one(Call<OnePlan, Nothing> call) throws Refusal {
    String id = call.parameters().id();
    return view(
        plans.find(id).orElseThrow(() -> BoardAnswers.error("PLAN_UNKNOWN").because(id)));
  }

  private List<Move> moves(String id) {
    return BoardAnswers.moves(ActionPlanState.LIFECYCLE, plans.moves(id));
  }

  private PlanView view(ActionPlan plan) {
    ActionPlan.Progress progress = plan.progress();
    return new PlanView(
        plan.id(), plan.title(), plan.state(), plan.items().stream().map(ItemView::of).toList(),
        new ProgressView(progress.done(), progress.dropped(), progress.all()), plan.revision(),
        plan.createdAt(), plan.updatedAt(), moves(plan.id()));
  }

  record NewPlan(
      @Described(value = "One line.", min = 1) String title,
      @Described(value = "What is to be done, in order.", max = PlanDesk.MOST_ITEMS)
          List<NewItem> items) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record NewItem(
      @Described(value = "One line.", min = 1) String title,
      @Described(
              value = "What kind of task.",
              min = 1,
              max = 40,
              pattern = "[a-z][a-z0-9]*(_[a-z0-9]+)*",
              example = "review")
          String taskType,
      @Described(value = "The part of the shop's service.", min = 1, max = 40) String area,
      @Described("normal where it is missing.") @Nullable Priority priority) {
    PlanItem.Wish wish() {
      return new PlanItem.Wish(
          title, taskType, Objects.requireNonNullElse(priority, Priority.NORMAL), area);
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record PlanView(
      String id,
      String title,
      ActionPlanState state,
      @Described(value = "In order.", max = PlanDesk.MOST_ITEMS) List<ItemView> items,
      ProgressView progress,
      @Described("Grows with each change.") int revision,
      Instant createdAt,
      Instant updatedAt,
      @Described("Where it could go, and what stands against it.") List<Move> allowed) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ItemView(
      String title,
      String taskType,
      String area,
      Priority priority,
      @Described("Its task, once the plan is active.") @Nullable String taskId,
      @Nullable TaskState taskState) {
    static ItemView of(PlanItem item) {
      return new ItemView(
          item.wish().title(), item.wish().taskType(), item.wish().area(),
          item.wish().priority(), item.taskId(), item.taskState());
    }
  }

  record ProgressView(
      int done, @Described("Those that were given up.") int dropped, int all) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record OnePlan(@Described(value = "The plan.", max = 64, pattern = TaskViews.ID) String id) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record PlanWish(
      @Described(value = "The plan.", max = 64, pattern = TaskViews.ID) String id,
      @Described(
              value = "A wish with an id that was granted is granted once.",
              min = 1,
              max = 64,
              pattern = TaskViews.COMMAND)
          @Nullable String commandId,
      @Described(value = "Only if it still has this revision.", min = 1)
          @Nullable Integer revision) {}
}
