// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Comment;
import io.secureprint.agent.board.Happening;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskColumn;
import io.secureprint.agent.board.TaskDesk;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.kernel.GuardedLifecycle.Choice;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The tasks as people get to them. A change is made to the task as it was seen: where somebody else
/// was first, the answer is `CHANGED_MEANWHILE`. What can be refused is told by [TaskDesk], and
/// `PIN_NEEDED` by the guard.
public final class GuardedTasks {
  private final TaskDesk desk;
  private final BoardDoor door;

  GuardedTasks(TaskDesk desk, BoardDoor door) {
    this.desk = desk;
    this.door = door;
  }

  /// See [TaskDesk#columns].
  public List<TaskColumn> columns(TaskQuery.Filter filter, int each) {
    return desk.columns(filter, each);
  }

  public Optional<TaskCard> find(String id) {
    return desk.find(id);
  }

  /// What was written under a task, oldest first: the last 200.
  public List<Comment> comments(String taskId) {
    return desk.comments(taskId);
  }

  /// What happened to a task, oldest first: the last 100.
  public List<Happening> history(String taskId) {
    return desk.history(taskId);
  }

  /// Every way that this task could go for a person, each with what stands against it while no reason
  /// is given.
  public List<Choice<TaskState>> moves(Task task) {
    return desk.moves(task, Caller.Kind.PERSON);
  }

  public Answer<TaskCard> create(TaskDraft draft, String actor) {
    return by(actor, caller -> desk.create(draft, caller));
  }

  public Answer<TaskCard> move(Task seen, TaskState to, String reason, String actor) {
    return by(
        actor, caller -> desk.transition(seen.id(), to, reason, caller.having(seen.revision())));
  }

  public Answer<TaskCard> assign(Task seen, @Nullable String somebody, String actor) {
    return by(actor, caller -> desk.assign(seen.id(), somebody, caller.having(seen.revision())));
  }

  public Answer<TaskCard> prioritise(Task seen, Priority priority, String actor) {
    return by(
        actor, caller -> desk.prioritise(seen.id(), priority, caller.having(seen.revision())));
  }

  public Answer<TaskCard> rename(Task seen, String title, String actor) {
    return by(actor, caller -> desk.rename(seen.id(), title, caller.having(seen.revision())));
  }

  /// Writes under a task, whatever has changed in it.
  public Answer<TaskCard> comment(String id, String words, String actor) {
    return by(actor, caller -> desk.comment(id, words, caller));
  }

  private Answer<TaskCard> by(String actor, Function<Caller, Answer<TaskCard>> wish) {
    return door.by(Permission.WORK_TASKS, actor, wish);
  }
}
