// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.Lifecycle;

import java.util.Optional;

/// Where a task stands (`workflow.md` 4.4).
public enum TaskState {
  NEW,
  IN_PROGRESS,
  /// Somebody wants to go on and cannot.
  BLOCKED,
  COMPLETED,
  CANCELLED;

  public static final Lifecycle<TaskState> LIFECYCLE =
      Lifecycle.of("task", TaskState.class, NEW)
          .lowerCase()
          .move(NEW, IN_PROGRESS, BLOCKED, CANCELLED)
          .move(IN_PROGRESS, COMPLETED, BLOCKED, CANCELLED)
          .move(BLOCKED, IN_PROGRESS, CANCELLED)
          .build();

  public static Optional<TaskState> find(String word) {
    return LIFECYCLE.find(word);
  }

  /// The name on the wire and in tables.
  public String word() {
    return LIFECYCLE.word(this);
  }

  /// Nothing is left to be done.
  public boolean over() {
    return LIFECYCLE.terminal(this);
  }
}
