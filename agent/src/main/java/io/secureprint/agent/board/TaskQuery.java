// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/// A page of the board: at most `limit` tasks that match, behind `after` where that is given.
public record TaskQuery(Filter filter, Order order, @Nullable Cursor after, int limit) {
  /// Tasks of one page.
  public static final int MOST = 200;
  /// Characters.
  public static final int LONGEST_TEXT = 100;

  public TaskQuery {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit out of range: " + limit);
    }
  }

  /// The page behind the one that ended with `last`.
  public TaskQuery behind(Task last) {
    return new TaskQuery(filter, order, Cursor.of(last), limit);
  }

  /// What is not given is not compared: no states mean all of them. `text` is looked for in titles,
  /// whatever the case.
  public record Filter(
      Set<TaskState> states,
      @Nullable String type,
      @Nullable String area,
      @Nullable String assignee,
      @Nullable String planId,
      String text,
      Pressing pressing) {
    public static final Filter ALL = new Filter(Set.of(), null, null, null, null, "");

    public Filter {
      states = Set.copyOf(states);
      if (text.length() > LONGEST_TEXT) {
        throw new IllegalArgumentException("a search text has at most 100 characters");
      }
    }

    /// Pressing or not.
    public Filter(
        Set<TaskState> states,
        @Nullable String type,
        @Nullable String area,
        @Nullable String assignee,
        @Nullable String planId,
        String text) {
      this(states, type, area, assignee, planId, text, Pressing.ANY);
    }

    /// The same in one state alone.
    Filter only(TaskState state) {
      return new Filter(Set.of(state), type, area, assignee, planId, text, pressing);
    }

    /// What no database takes is in no task.
    boolean isReadable() {
      return Stream.of(type, area, assignee, planId, text)
          .allMatch(value -> value == null || Faults.isSeen(value));
    }

    public static Filter in(TaskState... states) {
      return new Filter(Set.of(states), null, null, null, null, "");
    }
  }

  /// Of this priority, and with a promise that stands so.
  public record Pressing(@Nullable Priority priority, @Nullable ClockState promise) {
    public static final Pressing ANY = new Pressing(null, null);
  }

  /// What comes first.
  public enum Order {
    NEWEST,
    /// The highest priority, and among equals who waits longest.
    MOST_URGENT
  }

  /// How far a reader has come: the last task read.
  public record Cursor(Priority priority, Instant createdAt, String taskId) {
    public static Cursor of(Task task) {
      return new Cursor(task.priority(), task.origin().createdAt(), task.id());
    }
  }
}
