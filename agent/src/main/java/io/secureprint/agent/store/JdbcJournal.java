// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Journal;
import io.secureprint.agent.engine.Origin;
import io.secureprint.agent.engine.Position;
import io.secureprint.agent.engine.Signal;

import tools.jackson.core.JacksonException;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Executions, their steps and their signals; each execution belongs to the agent that began it.
public final class JdbcJournal implements Journal {
  private final JdbcUnitOfWork unitOfWork;
  private final Clock clock;
  private final Definitions definitions;
  private final String agent;

  /// Of the only agent on its database.
  public JdbcJournal(JdbcUnitOfWork unitOfWork, Clock clock) {
    this(unitOfWork, clock, "");
  }

  /// `agent` is its name among those on the database.
  public JdbcJournal(JdbcUnitOfWork unitOfWork, Clock clock, String agent) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.definitions = new Definitions(unitOfWork);
    this.agent = agent;
  }

  @Override
  public boolean insert(Execution e, String dedupeKey) {
    if (exists("select 1 from execution where dedupe_key = ?", dedupeKey)) {
      return false;
    }
    Execution.Identity identity = e.identity();
    var _ =
        sql()
            .update(
                """
                insert into execution (status, ending, round, step, attempt, waiting, wake_at, code,
                  facts, revision, id, workflow, definition_hash, dedupe_key, session_id,
                  correlation_id, subject, page_id, parent_id, started_at, owner_agent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                state(
                    e,
                    e.id(),
                    e.definition().name(),
                    definitions.keep(e.definition()),
                    dedupeKey,
                    identity.sessionId(),
                    identity.correlationId(),
                    identity.origin().subject(),
                    identity.origin().pageId(),
                    identity.origin().parentId(),
                    Rows.column(identity.startedAt()),
                    agent));
    return true;
  }

  @Override
  public Optional<Execution> find(String executionId) {
    return sql().first(this::readable, "select * from execution where id = ?", executionId);
  }

  @Override
  public Optional<Execution> owned(String executionId) {
    return sql()
        .first(
            this::readable,
            "select * from execution where id = ? and owner_agent = ?",
            executionId, agent);
  }

  @Override
  public boolean update(Execution next) {
    int rows =
        sql()
            .update(
                """
                update execution set status = ?, ending = ?, round = ?, step = ?, attempt = ?,
                  waiting = ?, wake_at = ?, code = ?, facts = ?, revision = ?, ended_at = ?
                where id = ? and revision = ?
                """,
                state(
                    next,
                    next.status().ended() ? Rows.column(clock.instant()) : null,
                    next.id(),
                    next.revision() - 1));
    if (rows == 1 && next.status() == ExecutionStatus.COMPLETED) {
      // Whoever looks for what is owed need not look here again.
      sql().update("update print_release set closed = true where execution_id = ?", next.id());
    }
    return rows == 1;
  }

  @Override
  public void stepBegan(String executionId, String step, int attempt, Instant at) {
    sql()
        .update(
            "insert into step_execution (execution_id, step, attempt, status, started_at)"
                + " values (?, ?, ?, 'RUNNING', ?)",
            executionId, step, attempt, Rows.column(at));
  }

  @Override
  public void stepEnded(
      String executionId, String step, int attempt, String status, @Nullable String code, Instant at) {
    int rows =
        sql()
            .update(
                "update step_execution set status = ?, code = ?, ended_at = ?"
                    + " where execution_id = ? and step = ? and attempt = ?",
                status, code, Rows.column(at), executionId, step, attempt);
    if (rows == 0) {
      // It was cancelled before it began; the history shows it all the same.
      sql()
          .update(
              "insert into step_execution"
                  + " (execution_id, step, attempt, status, code, started_at, ended_at)"
                  + " values (?, ?, ?, ?, ?, ?, ?)",
              executionId, step, attempt, status, code, Rows.column(at), Rows.column(at));
    }
  }

  @Override
  public boolean stepOpen(String executionId, String step, int attempt) {
    return exists(
        "select 1 from step_execution where execution_id = ? and step = ? and attempt = ?",
        executionId, step, attempt);
  }

  @Override
  public boolean insertSignal(String executionId, String commandId, Signal signal) {
    if (exists(
        "select 1 from signal where execution_id = ? and command_id = ?",
        executionId, commandId)) {
      return false;
    }
    sql()
        .update(
            "insert into signal (execution_id, command_id, name, facts, handled)"
                + " values (?, ?, ?, ?, false)",
            executionId, commandId, signal.name(), Json.write(signal.facts().values()));
    return true;
  }

  @Override
  public Optional<Kept> nextSignal(String executionId) {
    return sql()
        .first(
            row ->
                new Kept(
                    row.getString("command_id"),
                    new Signal(row.getString("name"), Json.facts(row.getString("facts")))),
            "select command_id, name, facts from signal where execution_id = ? and handled = false"
                + " order by seq fetch first 1 rows only",
            executionId);
  }

  @Override
  public void signalHandled(String executionId, String commandId) {
    sql()
        .update(
            "update signal set handled = true where execution_id = ? and command_id = ?",
            executionId, commandId);
  }

  @Override
  public List<String> openBranches(String executionId) {
    return unitOfWork
        .handle()
        .select(
            "select id from execution where parent_id = ? and status = 'IN_PROGRESS'", executionId)
        .mapTo(String.class)
        .list();
  }

  @Override
  public List<String> unfinished() {
    return unitOfWork
        .handle()
        .select(
            "select id from execution where status = 'IN_PROGRESS' and owner_agent = ?"
                + " order by started_at",
            agent)
        .mapTo(String.class)
        .list();
  }

  @Override
  public List<String> signalled() {
    return unitOfWork
        .handle()
        .select(
            "select distinct e.id from signal s join execution e on e.id = s.execution_id"
                + " where s.handled = false and e.status = 'IN_PROGRESS' and e.owner_agent = ?",
            agent)
        .mapTo(String.class)
        .list();
  }

  private Transaction sql() {
    return unitOfWork.transaction();
  }

  private boolean exists(String sql, Object... arguments) {
    return sql().first(_ -> true, sql, arguments).isPresent();
  }

  /// What changes about an execution, by its columns from `status` to `revision`, and what comes behind.
  private static @Nullable Object[] state(Execution e, @Nullable Object... more) {
    Position position = e.position();
    Instant wakeAt = position.wakeAt();
    @Nullable Object[] state = {
      e.status().name(),
      position.ending().name(),
      position.round(),
      position.step(),
      position.attempt(),
      position.waiting(),
      wakeAt == null ? null : Rows.column(wakeAt),
      position.code(),
      Json.write(e.facts().values()),
      e.revision()
    };
    @Nullable Object[] all = Arrays.copyOf(state, state.length + more.length);
    System.arraycopy(more, 0, all, state.length, more.length);
    return all;
  }

  private Execution readable(ResultSet row) throws SQLException {
    try {
      return execution(row);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Unreadable(row.getString("id"), e);
    }
  }

  private Execution execution(ResultSet row) throws SQLException {
    return new Execution(
        new Execution.Identity(
            row.getString("id"),
            definitions.of(row),
            row.getString("session_id"),
            row.getString("correlation_id"),
            Rows.instant(row, "started_at"),
            new Origin(
                row.getString("subject"), row.getString("page_id"), row.getString("parent_id"))),
        ExecutionStatus.valueOf(row.getString("status")),
        new Position(
            row.getInt("round"),
            row.getInt("step"),
            row.getInt("attempt"),
            row.getBoolean("waiting"),
            Rows.instantOrNull(row, "wake_at"),
            ExecutionStatus.valueOf(row.getString("ending")),
            row.getString("code")),
        Json.facts(row.getString("facts")),
        row.getInt("revision"));
  }
}
