// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.board.BoardRules.TaskMove;
import io.secureprint.agent.kernel.GuardedLifecycle.Choice;
import io.secureprint.agent.kernel.RefusedMove;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// The tasks of the shop. Whatever is changed is changed together with its event and its promise, or
/// not at all; what cannot be done is an answer, never an exception. Thread-safe.
public final class TaskDesk {
  /// Tasks that are not over: more of them are not work but a program that runs wild.
  public static final int MOST_OPEN = 10_000;
  private static final Duration FARTHEST = Duration.ofDays(3_660);

  private final Counter counter;
  private final TaskRows rows;
  private final PlanRows plans;
  private final TaskClocks clocks;
  private final BoardEvents events;
  private final TransitionTally tally;

  TaskDesk(
      Counter counter,
      TaskRows rows,
      PlanRows plans,
      TaskClocks clocks,
      BoardEvents events,
      TransitionTally tally) {
    this.counter = counter;
    this.rows = rows;
    this.plans = plans;
    this.clocks = clocks;
    this.events = events;
    this.tally = tally;
  }

  public Optional<TaskCard> find(String id) {
    return Faults.isLink(id) ? counter.read(() -> rows.find(id)) : Optional.empty();
  }

  /// What was written under a task, oldest first: the last 200.
  public List<Comment> comments(String taskId) {
    return Faults.isLink(taskId) ? counter.read(() -> rows.comments(taskId)) : List.of();
  }

  public List<TaskCard> list(TaskQuery query) {
    return query.filter().isReadable() ? counter.read(() -> rows.search(query)) : List.of();
  }

  /// The board at one moment: for each state the first `each` tasks that match, open ones the most
  /// urgent first and those that are over the newest first, and how many there are.
  public List<TaskColumn> columns(TaskQuery.Filter filter, int each) {
    return filter.isReadable()
        ? counter.read(() -> columns(filter, rows.counts(filter), each))
        : List.of();
  }

  /// What happened to a task, oldest first: the last 100.
  public List<Happening> history(String taskId) {
    return Faults.isLink(taskId) ? counter.read(() -> rows.history(taskId)) : List.of();
  }

  /// Every way that this task could go, each with what stands against it while no reason is given.
  public List<Choice<TaskState>> moves(Task task, Caller.Kind caller) {
    return BoardRules.TASKS.choices(task.state(), new TaskMove(task, caller, ""));
  }

  /// Puts a task on the board. Codes: `TASK_TYPE_WRONG`, `TASK_AREA_WRONG`, `TASK_TITLE_WRONG`,
  /// `TASK_PERSON_WRONG`, `TASK_LINK_WRONG`, `TASK_DUE_WRONG`, `PLAN_UNKNOWN`, `PLAN_NOT_ACTIVE`,
  /// `TASKS_TOO_MANY`, `COMMAND_WRONG`, `COMMAND_REUSED`.
  public Answer<TaskCard> create(TaskDraft draft, Caller caller) {
    Optional<Refusal> faulty = fault(draft);
    if (faulty.isPresent()) {
      return Answer.refused(faulty.get());
    }
    return counter.grant(caller, "create " + draft, rows::find, by -> created(draft, by));
  }

  /// The same for whoever does it already, or for nobody.
  public Answer<TaskCard> transition(String id, TaskState to, String reason, Caller caller) {
    return transition(id, new Way(to, reason, null), caller);
  }

  /// Moves a task. Codes beside those of the life cycle and its guards: `TASK_UNKNOWN`, `ROLE_MISSING`
  /// to a program that would answer for the people of the shop, `CHANGED_MEANWHILE`, `TASK_WORDS_WRONG`, `TASK_PERSON_WRONG`, `COMMAND_WRONG`, `COMMAND_REUSED`.
  public Answer<TaskCard> transition(String id, Way way, Caller caller) {
    Optional<Refusal> faulty =
        new Faults()
            .reason("reason", way.reason())
            .somebody("assignee", way.assignee())
            .refusal();
    return tally.noted(
        "task",
        rows::find,
        again ->
            faulty
                .<Answer<TaskCard>>map(Answer.Refused::new)
                .orElseGet(
                    () ->
                        counter.grant(
                            caller,
                            "transition " + id + " " + way,
                            again,
                            by -> known(id, by, (task, now) -> moved(task, way, by, now)))));
  }

  /// Gives a task to somebody, or back to nobody. Codes: `TASK_PERSON_WRONG`, `TASK_UNKNOWN`,
  /// `CHANGED_MEANWHILE`, `TASK_OVER`.
  public Answer<TaskCard> assign(String id, @Nullable String assignee, Caller caller) {
    return changed(
        new Change("TaskAssigned", id, String.valueOf(assignee)),
        new Faults().somebody("assignee", assignee),
        live -> live.of(assignee),
        caller);
  }

  /// Codes: `TASK_UNKNOWN`, `CHANGED_MEANWHILE`, `TASK_OVER`.
  public Answer<TaskCard> prioritise(String id, Priority priority, Caller caller) {
    return changed(
        new Change("TaskPrioritised", id, priority.word()),
        new Faults(),
        live -> live.pressing(priority),
        caller);
  }

  /// Codes: `TASK_TITLE_WRONG`, `TASK_UNKNOWN`, `CHANGED_MEANWHILE`, `TASK_OVER`.
  public Answer<TaskCard> rename(String id, String title, Caller caller) {
    return changed(
        new Change("TaskRenamed", id, title),
        new Faults().title("title", title),
        live -> live.called(title),
        caller);
  }

  /// Writes under a task, open or over. Codes: `TASK_WORDS_WRONG`, `TASK_UNKNOWN`.
  public Answer<TaskCard> comment(String id, String words, Caller caller) {
    Optional<Refusal> faulty = new Faults().words("comment", words).refusal();
    if (faulty.isPresent()) {
      return Answer.refused(faulty.get());
    }
    return counter.grant(
        caller,
        "comment " + id + " " + words,
        rows::find,
        by ->
            known(
                id,
                by,
                (task, now) -> {
                  rows.comment(id, new Comment(by.name(), now, words.strip()));
                  return kept("TaskCommented", task.with(task.live(), now), by);
                }));
  }

  /// Makes a task, within the running unit of work, for a plan that is being activated.
  Task make(TaskDraft draft, Caller caller, Instant now) {
    Task.Origin origin =
        new Task.Origin(
            draft.type(),
            draft.area(),
            draft.links().planId(),
            draft.links().executionId(),
            draft.links().sessionId(),
            caller.correlation(),
            now);
    Task.Live live =
        new Task.Live(
            TaskState.NEW, draft.priority(), draft.title(), draft.assignee(), draft.due());
    Task task = new Task(counter.newId(), origin, live, 1, now);
    rows.insert(task);
    clocks.entered(task, now);
    events.created(task, caller);
    return task;
  }

  /// Whether so many more are too many.
  boolean full(int more) {
    return rows.open() + more > MOST_OPEN;
  }

  private List<TaskColumn> columns(
      TaskQuery.Filter filter, Map<TaskState, Long> counts, int each) {
    return TaskState.LIFECYCLE.states().stream()
        .map(state -> column(filter.only(state), state, counts.getOrDefault(state, 0L), each))
        .toList();
  }

  private TaskColumn column(TaskQuery.Filter only, TaskState state, long all, int each) {
    TaskQuery.Order order =
        state.over() ? TaskQuery.Order.NEWEST : TaskQuery.Order.MOST_URGENT;
    return new TaskColumn(
        state, all == 0 ? List.of() : rows.search(new TaskQuery(only, order, null, each)), all);
  }

  private static Optional<Refusal> fault(TaskDraft draft) {
    return new Faults()
        .type("type", draft.type())
        .area("area", draft.area())
        .title("title", draft.title())
        .somebody("assignee", draft.assignee())
        .link("plan_id", draft.links().planId())
        .link("execution_id", draft.links().executionId())
        .link("session_id", draft.links().sessionId())
        .refusal();
  }

  private Answer<TaskCard> created(TaskDraft draft, Caller caller) {
    Instant now = counter.now();
    Instant due = draft.due();
    if (due != null && (due.isBefore(now) || due.isAfter(now.plus(FARTHEST)))) {
      return Answer.refused(new Refusal.Wrong("due", "TASK_DUE_WRONG"));
    }
    String planId = draft.links().planId();
    if (planId != null) {
      Optional<ActionPlan> plan = plans.locked(planId);
      if (plan.isEmpty()) {
        return Answer.refused(new Refusal.Unknown("PLAN_UNKNOWN"));
      }
      if (plan.get().state() != ActionPlanState.ACTIVE) {
        return Answer.refused(new Refusal.Conflict("PLAN_NOT_ACTIVE"));
      }
    }
    if (full(1)) {
      return Answer.refused(new Refusal.Conflict("TASKS_TOO_MANY"));
    }
    return card(make(draft, caller, now));
  }

  private Answer<TaskCard> moved(Task task, Way way, Caller caller, Instant now) {
    if (task.isApproval() && caller.kind() == Caller.Kind.PROGRAM) {
      return Answer.refused(new Refusal.NotAllowed("ROLE_MISSING"));
    }
    String reason = way.reason().strip();
    Task taken = way.assignee() == null ? task : task.with(task.live().of(way.assignee()), now);
    Optional<RefusedMove> refused =
        BoardRules.TASKS.refusal(
            task.state(), way.to(), new TaskMove(taken, caller.kind(), reason));
    if (refused.isPresent()) {
      return Answer.refused(new Refusal.NotMoved(refused.get()));
    }
    if (!Objects.equals(taken.assignee(), task.assignee())) {
      events.changed("TaskAssigned", taken, caller);
    }
    Task next = task.with(taken.live().in(way.to()), now);
    rows.update(next);
    if (!reason.isEmpty()) {
      rows.comment(task.id(), new Comment(caller.name(), now, reason));
    }
    clocks.entered(next, now);
    events.moved(next, task.state(), reason, caller);
    return card(next);
  }

  private Answer<TaskCard> changed(
      Change change, Faults faults, UnaryOperator<Task.Live> how, Caller caller) {
    Optional<Refusal> faulty = faults.refusal();
    if (faulty.isPresent()) {
      return Answer.refused(faulty.get());
    }
    return counter.grant(
        caller,
        change.toString(),
        rows::find,
        by ->
            known(
                change.taskId(),
                by,
                (task, now) ->
                    task.state().over()
                        ? Answer.refused(new Refusal.Conflict("TASK_OVER"))
                        : kept(change.event(), task.with(how.apply(task.live()), now), by)));
  }

  private Answer<TaskCard> known(
      String id, Caller caller, BiFunction<Task, Instant, Answer<TaskCard>> wish) {
    Optional<Task> task = Faults.isLink(id) ? rows.locked(id) : Optional.empty();
    if (task.isEmpty()) {
      return Answer.refused(new Refusal.Unknown("TASK_UNKNOWN"));
    }
    return caller.knows(task.get().revision())
        ? wish.apply(task.get(), counter.now())
        : Answer.refused(new Refusal.Conflict("CHANGED_MEANWHILE"));
  }

  private Answer<TaskCard> kept(String event, Task next, Caller caller) {
    rows.update(next);
    events.changed(event, next, caller);
    return card(next);
  }

  private Answer<TaskCard> card(Task task) {
    return new Answer.Done<>(rows.find(task.id()).orElseThrow());
  }

  /// Where a task is to go. `reason` is a line of up to 200 characters, empty where no guard asks for it;
  /// it stands in the event and under the task. `assignee` is who does it from now on, null where that
  /// stays.
  public record Way(TaskState to, String reason, @Nullable String assignee) {}

  private record Change(String event, String taskId, String to) {}
}
