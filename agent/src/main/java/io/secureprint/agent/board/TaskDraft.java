// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A task as somebody wishes for it: nothing in it is checked yet.
public record TaskDraft(
    String type,
    String area,
    Priority priority,
    String title,
    @Nullable String assignee,
    @Nullable Instant due,
    Links links) {
  /// Of a title, in UTF-16 units.
  public static final int LONGEST_TITLE = 200;

  public TaskDraft(String type, String area, Priority priority, String title) {
    this(type, area, priority, title, null, null, Links.NONE);
  }

  /// The same, wanted by then; null for whenever.
  public TaskDraft dueBy(@Nullable Instant then) {
    return new TaskDraft(type, area, priority, title, assignee, then, links);
  }

  /// Whatever else it belongs to.
  public record Links(
      @Nullable String planId, @Nullable String executionId, @Nullable String sessionId) {
    public static final Links NONE = new Links(null, null, null);
  }
}
