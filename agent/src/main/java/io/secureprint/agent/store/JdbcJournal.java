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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Executions, their steps and their signals; each execution belongs to the agent that began it.
public final class JdbcJournal implements Journal {
  private static final String WHOLE =
      "select * from execution e join execution_state s on s.execution_id = e.id";

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
    insertIdentity(e, dedupeKey);
    sql()
        .update(
            """
            insert into execution_state (round, step, step_key, attempt, waiting, wake_at, begun_at,
              facts, revision, execution_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            state(e, e.id()));
    return true;
  }

  private void insertIdentity(Execution e, String dedupeKey) {
    Execution.Identity identity = e.identity();
    sql()
        .update(
            """
            insert into execution (id, status, ending, code, workflow, definition_hash, dedupe_key,
              session_id, correlation_id, subject, page_id, parent_id, started_at, owner_agent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            e.id(),
            e.status().name(),
            e.position().ending().name(),
            e.position().code(),
            e.definition().name(),
            definitions.keep(e.definition()),
            dedupeKey,
            identity.sessionId(),
            identity.correlationId(),
            identity.origin().subject(),
            identity.origin().pageId(),
            identity.origin().parentId(),
            Rows.column(identity.startedAt()),
            agent);
  }

  @Override
  public Optional<Execution> find(String executionId) {
    return sql().first(this::readable, WHOLE + " where e.id = ?", executionId);
  }

  @Override
  public Optional<Execution> owned(String executionId) {
    return sql()
        .first(
            this::readable, WHOLE + " where e.id = ? and e.owner_agent = ?", executionId, agent);
  }

  @Override
  public boolean update(Execution next) {
    int rows =
        sql()
            .update(
                """
                update execution_state set round = ?, step = ?, step_key = ?, attempt = ?, waiting = ?,
                  wake_at = ?, begun_at = ?, facts = ?, revision = ?
                where execution_id = ? and revision = ?
                """,
                state(next, next.id(), next.revision() - 1));
    if (rows == 1 && !isUneventful(next)) {
      tell(next);
    }
    return rows == 1;
  }

  /// Whether what others look for stands as it was inserted.
  private static boolean isUneventful(Execution next) {
    return next.status() == ExecutionStatus.IN_PROGRESS
        && next.position().ending() == ExecutionStatus.COMPLETED
        && next.position().code() == null;
  }

  private void tell(Execution next) {
    String status = next.status().name();
    String ending = next.position().ending().name();
    String code = next.position().code();
    sql()
        .update(
            """
            update execution set status = ?, ending = ?, code = ?, ended_at = ?
            where id = ? and (status <> ? or ending <> ? or code is distinct from ?)
            """,
            status,
            ending,
            code,
            next.status().ended() ? Rows.column(clock.instant()) : null,
            next.id(),
            status,
            ending,
            code);
    if (next.status() == ExecutionStatus.COMPLETED) {
      // Whoever looks for what is owed need not look here again.
      sql().update("update print_release set closed = true where execution_id = ?", next.id());
    }
  }

  @Override
  public void stepEnded(String executionId, StepEnd end) {
    sql()
        .update(
            "insert into step_execution"
                + " (execution_id, step, attempt, status, code, started_at, ended_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)",
            executionId,
            end.step(),
            end.run(),
            end.status(),
            end.code(),
            Rows.column(end.began()),
            Rows.column(end.at()));
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
                + " order by case when name = ? then 0 else 1 end, seq fetch first 1 rows only",
            executionId, Signal.CANCEL);
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
    return ids(
        "select id from execution where parent_id = ? and status = 'IN_PROGRESS'", executionId);
  }

  /// Those of them that were begun by the step of that name.
  List<String> openBranches(String executionId, String stepId) {
    return ids(
        "select id from execution where parent_id = ? and page_id = ? and status = 'IN_PROGRESS'",
        executionId, stepId);
  }

  @Override
  public List<String> unfinished() {
    return ids(
        "select id from execution where status = 'IN_PROGRESS' and owner_agent = ?"
            + " order by started_at",
        agent);
  }

  @Override
  public List<String> signalled() {
    return ids(
        "select distinct e.id from signal s join execution e on e.id = s.execution_id"
            + " where s.handled = false and e.status = 'IN_PROGRESS' and e.owner_agent = ?",
        agent);
  }

  private Transaction sql() {
    return unitOfWork.transaction();
  }

  private List<String> ids(String sql, Object... arguments) {
    return sql().all(row -> row.getString("id"), sql, arguments);
  }

  private boolean exists(String sql, Object... arguments) {
    return sql().first(_ -> true, sql, arguments).isPresent();
  }

  /// What moves about an execution, by its columns from `round` to `revision`, and what comes behind.
  private static @Nullable Object[] state(Execution e, @Nullable Object... more) {
    Position position = e.position();
    @Nullable Object[] state = {
      position.round(),
      position.step(),
      e.current().key(),
      position.attempt(),
      position.waiting(),
      Rows.columnOrNull(position.wakeAt()),
      Rows.columnOrNull(position.begunAt()),
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
            row.getString("code"),
            Rows.instantOrNull(row, "begun_at")),
        Json.facts(row.getString("facts")),
        row.getInt("revision"));
  }
}
