// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// What many tables have alike, on both databases.
final class Rows {
  private Rows() {}

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /// The one sum that is asked for; sums are decimal on one of the databases.
  static Paise paise(Query query) {
    return new Paise(query.mapTo(BigDecimal.class).one().longValueExact());
  }

  static boolean exists(Query query) {
    return query.mapTo(Integer.class).findFirst().isPresent();
  }

  /// What the customer is called by the `facts` of an execution; nothing where there is none.
  static String customer(ResultSet row) throws SQLException {
    String facts = row.getString("facts");
    return facts == null ? "" : Json.facts(facts).text("name").orElse("");
  }

  static OffsetDateTime column(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime columnOrNull(@Nullable Instant at) {
    return at == null ? null : column(at);
  }
}
