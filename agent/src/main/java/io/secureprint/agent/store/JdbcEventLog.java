// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.EventLog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/// Appends and reads events in the running transaction.
public final class JdbcEventLog implements EventLog.WithPast {
  private final JdbcUnitOfWork unitOfWork;
  private final Clock clock;

  public JdbcEventLog(JdbcUnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void append(Event event) {
    unitOfWork
        .handle()
        .createUpdate(
            """
            insert into event (aggregate_type, aggregate_id, type, payload, actor, correlation_id, at)
            values (:aggregateType, :aggregateId, :type, :payload, :actor, :correlationId, :at)
            """)
        .bind("aggregateType", event.aggregateType())
        .bind("aggregateId", event.aggregateId())
        .bind("type", event.type())
        .bind("payload", Json.write(event.payload()))
        .bind("actor", event.actor())
        .bind("correlationId", event.correlationId())
        .bind("at", Rows.column(clock.instant()))
        .execute();
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
        Json.facts(row.getString("payload")).values(),
        row.getString("actor"),
        row.getString("correlation_id"));
  }
}
