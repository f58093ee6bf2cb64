// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// From a day's first moment on, and before that of the next.
record DaySpan(Instant from, Instant to) {
  static DaySpan of(LocalDate date, ZoneId zone) {
    return new DaySpan(
        date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /// In seconds.
  long start() {
    return from.getEpochSecond();
  }

  /// Asks `sql`, which has `:from` and `:to`.
  Query ask(Handle handle, String sql) {
    return handle
        .createQuery(sql)
        .bind("from", Rows.column(from))
        .bind("to", Rows.column(to));
  }
}
