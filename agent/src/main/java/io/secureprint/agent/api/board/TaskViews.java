// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.board;

import io.secureprint.agent.api.route.ApiProblem;
import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.board.ClockState;
import io.secureprint.agent.board.Comment;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.SlaClock;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Tasks as programs send and see them.
final class TaskViews {
  static final String ID = "[0-9A-Za-z_-]+";
  static final String COMMAND = "[!-~]+";

  private TaskViews() {}

  static TaskView view(TaskCard card) {
    Task task = card.task();
    return new TaskView(
        task.id(), task.type(), task.area(), task.state(), task.priority(), task.title(),
        task.assignee(), task.live().due(), task.origin().planId(), task.origin().executionId(),
        task.origin().sessionId(), task.revision(), task.origin().createdAt(), task.updatedAt(),
        promise(card.promise()));
  }

  private static @Nullable PromiseView promise(@Nullable SlaClock clock) {
    return clock == null
        ? null
        : new PromiseView(
            clock.policy().id(), clock.state(), clock.policy().target().toString(), clock.due(),
            clock.marks().warnedAt(), clock.marks().breachedAt());
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record NewTask(
      @Described(
              value = "What kind of task; intake, assessment and review have promises.",
              min = 1,
              max = 40,
              pattern = "[a-z][a-z0-9]*(_[a-z0-9]+)*",
              example = "intake")
          String type,
      @Described(
              value = "The part of the shop's service.", min = 1, max = 40, example = "counter")
          String area,
      @Described(value = "One line.", min = 1, example = "200 pages to bind") String title,
      @Described("normal where it is missing.") @Nullable Priority priority,
      @Described(value = "Who does it.", min = 1, max = 40) @Nullable String assignee,
      @Described("By when, beside any promise.") @Nullable Instant due,
      @Described(value = "An active plan.", max = 64, pattern = ID) @Nullable String planId,
      @Described(value = "The workflow that it is for.", max = 64, pattern = ID)
          @Nullable String executionId,
      @Described(value = "The session that it is for.", max = 64, pattern = ID)
          @Nullable String sessionId) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Transition(
      @Described("The state that it is to enter.") TaskState to,
      @Described("One line; cancelling needs it.") @Nullable String reason,
      @Described(
              value = "Who does it from now on; completing needs somebody.", min = 1, max = 40)
          @Nullable String assignee) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record TaskView(
      String id,
      String type,
      String area,
      TaskState state,
      Priority priority,
      String title,
      @Nullable String assignee,
      @Nullable Instant due,
      @Nullable String planId,
      @Nullable String executionId,
      @Nullable String sessionId,
      @Described("Grows with each change.") int revision,
      Instant createdAt,
      Instant updatedAt,
      @Described("By when the shop has promised it.") @Nullable PromiseView promise) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record PromiseView(
      @Described("The promise's own id.") String slaConfigId,
      ClockState state,
      @Described(value = "Of open hours.", example = "PT1H") String target,
      @Described("Missing while the clock stands still.") @Nullable Instant due,
      @Nullable Instant warnedAt,
      @Nullable Instant breachedAt) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record TaskDetail(
      TaskView task,
      @Described("Where it could go, and what stands against it.") List<ApiProblem.Move> allowed,
      @Described("Oldest first.") List<CommentView> comments) {}

  record CommentView(
      String actor, Instant at, @Described(value = "The words.", max = 1_000) String words) {
    static CommentView of(Comment comment) {
      return new CommentView(comment.actor(), comment.at(), comment.words());
    }
  }

  record TaskList(
      List<TaskView> tasks,
      @Described("Gives the next page as `after`; missing on the last one.")
          @Nullable String next) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record OneTask(@Described(value = "The task.", max = 64, pattern = ID) String id) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record TaskWish(
      @Described(value = "The task.", max = 64, pattern = ID) String id,
      @Described(
              value = "A wish with an id that was granted is granted once.",
              min = 1,
              max = 64,
              pattern = COMMAND)
          @Nullable String commandId,
      @Described(value = "Only if it still has this revision.", min = 1)
          @Nullable Integer revision) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Command(
      @Described(
              value = "A wish with an id that was granted is granted once.",
              min = 1,
              max = 64,
              pattern = COMMAND)
          @Nullable String commandId) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Wanted(
      @Described(
              value = "States with commas between.",
              pattern = "[a-z_]+(,[a-z_]+)*",
              example = "new,in_progress")
          @Nullable String state,
      @Described(value = "Kind of task.", max = 40) @Nullable String type,
      @Described(value = "Part of the service.", max = 40) @Nullable String area,
      @Described(value = "Who does it.", max = 40) @Nullable String assignee,
      @Described(value = "A plan.", max = 64, pattern = ID) @Nullable String planId,
      @Described(value = "Looked for in titles.", max = TaskQuery.LONGEST_TEXT)
          @Nullable String text,
      @Described("newest where it is missing.") TaskQuery.@Nullable Order order,
      @Described(value = "50 where it is missing.", min = 1, max = TaskQuery.MOST)
          @Nullable Integer limit,
      @Described("What the page before gave as `next`.") @Nullable String after) {}
}
