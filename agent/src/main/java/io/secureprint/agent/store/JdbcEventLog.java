// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.EventLog;

import java.time.Clock;

/// Appends events in the running transaction.
public final class JdbcEventLog implements EventLog {
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
}
