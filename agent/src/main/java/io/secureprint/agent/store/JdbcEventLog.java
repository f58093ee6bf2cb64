// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Cause;
import io.secureprint.agent.kernel.EventLog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/// Appends and reads events in the running transaction.
public final class JdbcEventLog implements EventLog.WithPast {
  private static final String COLUMNS =
      "aggregate_type, aggregate_id, type, payload, actor, correlation_id, causation_id, at";

  private static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?";

  private final JdbcUnitOfWork unitOfWork;
  private final Clock clock;
  private final String insert;

  public JdbcEventLog(JdbcUnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.insert = unitOfWork.numbers().insert(COLUMNS, VALUES);
  }

  @Override
  public void append(Event event) {
    unitOfWork.takesNumber();
    unitOfWork
        .transaction()
        .update(
            insert,
            event.aggregateType(),
            event.aggregateId(),
            event.type(),
            Json.write(event.payload()),
            event.actor(),
            event.correlationId(),
            Cause.current(),
            Rows.column(clock.instant()));
  }

  @Override
  public Optional<Event> newest(String aggregateType, String aggregateId) {
    return unitOfWork
        .handle()
        .select(
            "select * from event where aggregate_type = ? and aggregate_id = ?"
                + " order by seq desc limit 1",
            aggregateType, aggregateId)
        .map((row, _) -> event(row))
        .findOne();
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getString("type"),
        Json.map(row.getString("payload")),
        row.getString("actor"),
        row.getString("correlation_id"));
  }
}
