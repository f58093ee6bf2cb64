// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.board;

import io.secureprint.agent.api.board.TaskViews.Command;
import io.secureprint.agent.api.board.TaskViews.CommentView;
import io.secureprint.agent.api.board.TaskViews.NewTask;
import io.secureprint.agent.api.board.TaskViews.OneTask;
import io.secureprint.agent.api.board.TaskViews.TaskDetail;
import io.secureprint.agent.api.board.TaskViews.TaskList;
import io.secureprint.agent.api.board.TaskViews.TaskView;
import io.secureprint.agent.api.board.TaskViews.TaskWish;
import io.secureprint.agent.api.board.TaskViews.Transition;
import io.secureprint.agent.api.board.TaskViews.Wanted;
import io.secureprint.agent.api.route.Access;
import io.secureprint.agent.api.route.ApiError;
import io.secureprint.agent.api.route.ApiProblem.Move;
import io.secureprint.agent.api.route.Call;
import io.secureprint.agent.api.route.Moments;
import io.secureprint.agent.api.route.Nothing;
import io.secureprint.agent.api.route.Refusal;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskDesk;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Tasks by `/api/workflow/tasks`.
final class TaskRoutes {
  private static final String TASKS = "/api/workflow/tasks";
  private static final int USUAL_LIMIT = 50;

  private final TaskDesk tasks;

  TaskRoutes(TaskDesk tasks) {
    this.tasks = tasks;
  }

  List<Route<?, ?, ?>> routes() {
    return List.of(
        creating(),
        moving(),
        Route.get(TASKS + "/{id}")
            .named("getTask", "One task, what was written under it, and where it could go")
            .with(OneTask.class)
            .refuses(BoardAnswers.errors("TASK_UNKNOWN"))
            .answers(TaskDetail.class, this::one),
        Route.get(TASKS)
            .named("listTasks", "A page of the board")
            .with(Wanted.class)
            .answers(TaskList.class, this::list));
  }

  private Route<?, ?, ?> creating() {
    return Route.post(TASKS)
        .named("createTask", "Puts a task on the board")
        .by(Access.ACTS)
        .with(Command.class)
        .takes(NewTask.class)
        .refuses(
            BoardAnswers.errors(
                "TASK_TYPE_WRONG", "TASK_AREA_WRONG", "TASK_TITLE_WRONG", "TASK_PERSON_WRONG",
                "TASK_LINK_WRONG", "TASK_DUE_WRONG", "PLAN_UNKNOWN", "PLAN_NOT_ACTIVE",
                "TASKS_TOO_MANY", "COMMAND_WRONG", "COMMAND_REUSED"))
        .makes(TaskView.class, task -> TASKS + "/" + task.id(), this::create);
  }

  private Route<?, ?, ?> moving() {
    return Route.post(TASKS + "/{id}/transition")
        .named("transitionTask", "Moves a task to another state")
        .by(Access.ACTS)
        .with(TaskWish.class)
        .takes(Transition.class)
        .refuses(
            BoardAnswers.errors(
                "INVALID_TRANSITION", "TASK_NOT_ASSIGNED", "CANCEL_REASON_NEEDED",
                "TASK_UNKNOWN", "CHANGED_MEANWHILE", "TASK_WORDS_WRONG", "TASK_PERSON_WRONG",
                "COMMAND_WRONG", "COMMAND_REUSED"))
        .answers(TaskView.class, this::move);
  }

  private TaskView create(Call<Command, NewTask> call) throws Refusal {
    NewTask wish = call.body();
    TaskDraft draft =
        new TaskDraft(
            wish.type(),
            wish.area(),
            Objects.requireNonNullElse(wish.priority(), Priority.NORMAL),
            wish.title(),
            wish.assignee(),
            wish.due(),
            new TaskDraft.Links(wish.planId(), wish.executionId(), wish.sessionId()));
    Caller caller = BoardAnswers.caller(call, call.parameters().commandId(), null);
    return TaskViews.view(BoardAnswers.value(tasks.create(draft, caller)));
  }

  private TaskView move(Call<TaskWish, Transition> call) throws Refusal {
    TaskWish wish = call.parameters();
    Caller caller = BoardAnswers.caller(call, wish.commandId(), wish.revision());
    Transition body = call.body();
    String reason = Objects.requireNonNullElse(body.reason(), "");
    return TaskViews.view(
        BoardAnswers.value(
            tasks.transition(
                wish.id(), new TaskDesk.Way(body.to(), reason, body.assignee()), caller),
            () -> tasks.find(wish.id()).map(card -> moves(card.task())).orElse(List.of())));
  }

  private TaskDetail one(Call<OneTask, Nothing> call) throws Refusal {
    String id = call.parameters().id();
    TaskCard card =
        tasks.find(id).orElseThrow(() -> BoardAnswers.error("TASK_UNKNOWN").because(id));
    return new TaskDetail(
        TaskViews.view(card),
        moves(card.task()),
        tasks.comments(id).stream().map(CommentView::of).toList());
  }

  private List<Move> moves(Task task) {
    return BoardAnswers.moves(
        TaskState.LIFECYCLE, tasks.moves(task, Caller.Kind.PROGRAM));
  }

  private TaskList list(Call<Wanted, Nothing> call) throws Refusal {
    Wanted wanted = call.parameters();
    TaskQuery query =
        new TaskQuery(
            new TaskQuery.Filter(
                states(wanted.state()), wanted.type(), wanted.area(), wanted.assignee(),
                wanted.planId(), Objects.requireNonNullElse(wanted.text(), "")),
            Objects.requireNonNullElse(wanted.order(), TaskQuery.Order.NEWEST),
            wanted.after() == null ? null : cursor(wanted.after()),
            Objects.requireNonNullElse(wanted.limit(), USUAL_LIMIT));
    List<TaskCard> found = tasks.list(query);
    @Nullable String next =
        found.size() < query.limit() ? null : text(TaskQuery.Cursor.of(found.getLast().task()));
    return new TaskList(found.stream().map(TaskViews::view).toList(), next);
  }

  private static Set<TaskState> states(@Nullable String words) throws Refusal {
    Set<TaskState> states = new HashSet<>();
    for (String word : words == null ? new String[0] : words.split(",", -1)) {
      states.add(
          TaskState.find(word)
              .orElseThrow(() -> ApiError.QUERY_WRONG.because("no state of a task: " + word)));
    }
    return states;
  }

  private static String text(TaskQuery.Cursor cursor) {
    return cursor.priority().word() + "~" + cursor.createdAt() + "~" + cursor.taskId();
  }

  private static TaskQuery.Cursor cursor(String text) throws Refusal {
    String[] parts = text.split("~", -1);
    try {
      if (parts.length == 3) {
        return new TaskQuery.Cursor(
            Priority.find(parts[0]).orElseThrow(IllegalArgumentException::new),
            Moments.instant(parts[1]),
            parts[2]);
      }
    } catch (IllegalArgumentException | DateTimeException _) {
      // Told below, as any other text that no page has given.
    }
    throw ApiError.QUERY_WRONG.because("after is not what a page gave as next");
  }
}
