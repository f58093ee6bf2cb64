// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Something to be done by somebody of the shop. `revision` begins at 1 and grows with each change,
/// so that who read an older one can be told.
public record Task(
    String id,
    Origin origin,
    Live live,
    int revision,
    Instant updatedAt) {
  /// The type of a workflow's question to the shop.
  private static final String APPROVAL = "approval";

  public Task {
    if (revision < 1) {
      throw new IllegalArgumentException("revisions begin at 1: " + revision);
    }
  }

  public String type() {
    return origin.type();
  }

  public String area() {
    return origin.area();
  }

  public TaskState state() {
    return live.state();
  }

  public Priority priority() {
    return live.priority();
  }

  public String title() {
    return live.title();
  }

  public @Nullable String assignee() {
    return live.assignee();
  }

  /// Whether a workflow waits for somebody of the shop to say yes: programs cannot.
  boolean isApproval() {
    return type().equals(APPROVAL) && origin.executionId() != null;
  }

  /// The next revision of it.
  Task with(Live next, Instant now) {
    return new Task(id, origin, next, revision + 1, now);
  }

  /// What it was made as and stays. `area` is a part of the shop's service, in the owner's word.
  public record Origin(
      String type,
      String area,
      @Nullable String planId,
      @Nullable String executionId,
      @Nullable String sessionId,
      String correlationId,
      Instant createdAt) {}

  /// What people change. `due` is what they wrote on it, beside any promise.
  public record Live(
      TaskState state,
      Priority priority,
      String title,
      @Nullable String assignee,
      @Nullable Instant due) {
    Live in(TaskState next) {
      return new Live(next, priority, title, assignee, due);
    }

    Live of(@Nullable String somebody) {
      return new Live(state, priority, title, somebody, due);
    }

    Live pressing(Priority next) {
      return new Live(state, next, title, assignee, due);
    }

    Live called(String other) {
      return new Live(state, priority, other, assignee, due);
    }
  }
}
