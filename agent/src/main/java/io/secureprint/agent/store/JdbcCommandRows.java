// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.board.CommandRows;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// What was granted to programs that may ask twice.
public final class JdbcCommandRows implements CommandRows {
  /// Both databases' number for a key that is there already.
  private static final String UNIQUE_VIOLATION = "23505";

  private final JdbcUnitOfWork unitOfWork;

  public JdbcCommandRows(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Optional<Granted> find(String caller, String commandId) {
    return unitOfWork
        .handle()
        .select(
            "select * from board_command where caller = ? and command_id = ?", caller, commandId)
        .map((row, _) -> new Granted(row.getString("request"), row.getString("subject")))
        .findOne();
  }

  @Override
  public void insert(
      String caller, String commandId, Granted granted, Instant at, Instant forgotten) {
    unitOfWork
        .handle()
        .execute("delete from board_command where at < ?", Rows.column(forgotten));
    try {
      unitOfWork
          .handle()
          .execute(
              "insert into board_command (caller, command_id, request, subject, at)"
                  + " values (?, ?, ?, ?, ?)",
              caller, commandId, granted.request(), granted.subject(), Rows.column(at));
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException cause
          && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
        throw new Taken(e);
      }
      throw e;
    }
  }
}
