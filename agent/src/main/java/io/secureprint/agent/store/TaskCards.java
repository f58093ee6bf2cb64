// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.board.ClockState;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.SlaClock;
import io.secureprint.agent.board.SlaPolicy;
import io.secureprint.agent.board.StateSet;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// How tasks lie beside their clocks and promises.
final class TaskCards {
  private static final String CLOCK =
      """
      c.task_id, c.policy_id, c.clock_state, c.used_ms, c.since_at, c.warn_at, c.promised_at,
        c.started_at, c.warned_at, c.breached_at, c.stopped_at, p.area as policy_area,
        p.task_type as policy_type, p.target_ms, p.warn_percent, p.start_on, p.pause_on, p.stop_on,
        p.created_at as policy_since
      """;

  /// Each task with its clock, where it has one.
  static final String CARDS =
      "select t.*, " + CLOCK
          + " from task t left join sla_clock c on c.task_id = t.id"
          + " left join sla_policy p on p.id = c.policy_id";

  /// Each clock with its promise.
  static final String CLOCKS =
      "select " + CLOCK + " from sla_clock c join sla_policy p on p.id = c.policy_id";

  /// Each promise.
  static final String POLICIES =
      """
      select p.id as policy_id, p.area as policy_area, p.task_type as policy_type, p.target_ms,
        p.warn_percent, p.start_on, p.pause_on, p.stop_on, p.created_at as policy_since
      from sla_policy p
      """;

  private TaskCards() {}

  static TaskCard card(ResultSet row) throws SQLException {
    return new TaskCard(task(row), row.getString("task_id") == null ? null : clock(row));
  }

  static Task task(ResultSet row) throws SQLException {
    Task.Origin origin =
        new Task.Origin(
            row.getString("task_type"),
            row.getString("area"),
            row.getString("plan_id"),
            row.getString("execution_id"),
            row.getString("session_id"),
            row.getString("correlation_id"),
            Rows.instant(row, "created_at"));
    Task.Live live =
        new Task.Live(
            state(row.getString("state")),
            priority(row.getString("priority")),
            row.getString("title"),
            row.getString("assignee"),
            Rows.instantOrNull(row, "due_at"));
    return new Task(
        row.getString("id"), origin, live, row.getInt("revision"), Rows.instant(row, "updated_at"));
  }

  static SlaClock clock(ResultSet row) throws SQLException {
    return new SlaClock(
        row.getString("task_id"),
        policy(row),
        ClockState.find(row.getString("clock_state")).orElseThrow(),
        Duration.ofMillis(row.getLong("used_ms")),
        course(row),
        new SlaClock.Marks(
            Rows.instant(row, "started_at"),
            Rows.instantOrNull(row, "warned_at"),
            Rows.instantOrNull(row, "breached_at"),
            Rows.instantOrNull(row, "stopped_at")));
  }

  static SlaPolicy policy(ResultSet row) throws SQLException {
    return new SlaPolicy(
        row.getString("policy_id"),
        new SlaPolicy.Kind(row.getString("policy_area"), row.getString("policy_type")),
        Duration.ofMillis(row.getLong("target_ms")),
        row.getInt("warn_percent"),
        new SlaPolicy.Moves(
            StateSet.read(row.getString("start_on")),
            StateSet.read(row.getString("pause_on")),
            StateSet.read(row.getString("stop_on"))),
        Rows.instant(row, "policy_since"));
  }

  static TaskState state(String word) {
    return TaskState.find(word).orElseThrow();
  }

  static Priority priority(String word) {
    return Priority.find(word).orElseThrow();
  }

  private static SlaClock.@Nullable Course course(ResultSet row) throws SQLException {
    Instant since = Rows.instantOrNull(row, "since_at");
    return since == null
        ? null
        : new SlaClock.Course(
            since,
            Objects.requireNonNull(Rows.instantOrNull(row, "warn_at"), "warn_at"),
            Objects.requireNonNull(Rows.instantOrNull(row, "promised_at"), "promised_at"));
  }
}
