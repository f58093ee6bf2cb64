// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tasks in the database. Every call joins the running unit of work, which must exist.
public interface TaskRows {
  void insert(Task task);

  /// What this revision of the task has changed; the caller has it locked.
  void update(Task next);

  /// The task, which nobody else changes until the unit of work ends.
  Optional<Task> locked(String id);

  Optional<TaskCard> find(String id);

  List<TaskCard> search(TaskQuery query);

  void comment(String taskId, Comment comment);

  /// What was written under a task, oldest first: the last 200.
  List<Comment> comments(String taskId);

  /// How many match, by state; states without any may be missing.
  Map<TaskState, Long> counts(TaskQuery.Filter filter);

  /// What happened to a task, oldest first: the last 100.
  List<Happening> history(String taskId);

  /// How many are not over, of one plan or of the whole board.
  long open();

  long openOf(String planId);

  BoardFigures figures();
}
