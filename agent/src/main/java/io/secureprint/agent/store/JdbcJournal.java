// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Journal;
import io.secureprint.agent.engine.Position;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.WorkflowDefinition;

import tools.jackson.core.JacksonException;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Executions, their steps and their signals.
public final class JdbcJournal implements Journal {
  private final JdbcUnitOfWork unitOfWork;
  private final Clock clock;

  public JdbcJournal(JdbcUnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public boolean insert(Execution e, String dedupeKey) {
    if (exists("select count(*) from execution where dedupe_key = ?", dedupeKey)) {
      return false;
    }
    Update insert =
        handle()
            .createUpdate(
                """
                insert into execution (id, workflow, definition, dedupe_key, session_id,
                  correlation_id, status, ending, step, attempt, waiting, wake_at, code, facts,
                  revision, started_at)
                values (:id, :workflow, :definition, :dedupeKey, :session, :correlation, :status,
                  :ending, :step, :attempt, :waiting, :wakeAt, :code, :facts, :revision, :started)
                """);
    bind(insert, e)
        .bind("workflow", e.definition().name())
        .bind("definition", Json.write(e.definition()))
        .bind("dedupeKey", dedupeKey)
        .bind("session", e.identity().sessionId())
        .bind("correlation", e.correlationId())
        .bind("started", Rows.column(e.identity().startedAt()))
        .execute();
    return true;
  }

  @Override
  public Optional<Execution> find(String executionId) {
    return handle()
        .createQuery("select * from execution where id = ?")
        .bind(0, executionId)
        .map((row, _) -> readable(row))
        .findOne();
  }

  @Override
  public boolean update(Execution next) {
    Update update =
        handle()
            .createUpdate(
                """
                update execution set status = :status, ending = :ending, step = :step,
                  attempt = :attempt, waiting = :waiting, wake_at = :wakeAt, code = :code,
                  facts = :facts, revision = :revision, ended_at = :ended
                where id = :id and revision = :revision - 1
                """);
    boolean first =
        bind(update, next)
                .bind("ended", next.status().ended() ? Rows.column(clock.instant()) : null)
                .execute()
            == 1;
    if (first && next.status() == ExecutionStatus.COMPLETED) {
      // Whoever looks for what is owed need not look here again.
      handle().execute("update print_release set closed = true where execution_id = ?", next.id());
    }
    return first;
  }

  @Override
  public void stepBegan(String executionId, String step, int attempt, Instant at) {
    handle()
        .execute(
            "insert into step_execution (execution_id, step, attempt, status, started_at)"
                + " values (?, ?, ?, 'RUNNING', ?)",
            executionId, step, attempt, Rows.column(at));
  }

  @Override
  public void stepEnded(
      String executionId, String step, int attempt, String status, @Nullable String code, Instant at) {
    handle()
        .execute(
            "update step_execution set status = ?, code = ?, ended_at = ?"
                + " where execution_id = ? and step = ? and attempt = ?",
            status, code, Rows.column(at), executionId, step, attempt);
  }

  @Override
  public boolean stepOpen(String executionId, String step, int attempt) {
    return exists(
        "select count(*) from step_execution where execution_id = ? and step = ? and attempt = ?",
        executionId, step, attempt);
  }

  @Override
  public boolean insertSignal(String executionId, String commandId, Signal signal) {
    if (exists(
        "select count(*) from signal where execution_id = ? and command_id = ?",
        executionId, commandId)) {
      return false;
    }
    handle()
        .execute(
            "insert into signal (execution_id, command_id, name, facts, handled)"
                + " values (?, ?, ?, ?, false)",
            executionId, commandId, signal.name(), Json.write(signal.facts().values()));
    return true;
  }

  @Override
  public Optional<Kept> nextSignal(String executionId) {
    return handle()
        .createQuery(
            "select * from signal where execution_id = ? and handled = false order by seq limit 1")
        .bind(0, executionId)
        .map(
            (row, _) ->
                new Kept(
                    row.getString("command_id"),
                    new Signal(row.getString("name"), Json.facts(row.getString("facts")))))
        .findOne();
  }

  @Override
  public void signalHandled(String executionId, String commandId) {
    handle()
        .execute(
            "update signal set handled = true where execution_id = ? and command_id = ?",
            executionId, commandId);
  }

  @Override
  public List<String> unfinished() {
    return handle()
        .createQuery("select id from execution where status = 'IN_PROGRESS' order by started_at")
        .mapTo(String.class)
        .list();
  }

  private Handle handle() {
    return unitOfWork.handle();
  }

  private boolean exists(String count, Object... arguments) {
    return handle().select(count, arguments).mapTo(Long.class).one() > 0;
  }

  private static Update bind(Update update, Execution e) {
    Position position = e.position();
    Instant wakeAt = position.wakeAt();
    return update
        .bind("id", e.id())
        .bind("status", e.status().name())
        .bind("ending", position.ending().name())
        .bind("step", position.step())
        .bind("attempt", position.attempt())
        .bind("waiting", position.waiting())
        .bind("wakeAt", wakeAt == null ? null : Rows.column(wakeAt))
        .bind("code", position.code())
        .bind("facts", Json.write(e.facts().values()))
        .bind("revision", e.revision());
  }

  private static Execution readable(ResultSet row) throws SQLException {
    try {
      return execution(row);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Unreadable(row.getString("id"), e);
    }
  }

  private static Execution execution(ResultSet row) throws SQLException {
    return new Execution(
        new Execution.Identity(
            row.getString("id"),
            Json.read(row.getString("definition"), WorkflowDefinition.class),
            row.getString("session_id"),
            row.getString("correlation_id"),
            Rows.instant(row, "started_at")),
        ExecutionStatus.valueOf(row.getString("status")),
        new Position(
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
