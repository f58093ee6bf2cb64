// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.observe.History.Filter;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A filter of the history as a condition with named values. What is not asked for is not compared,
/// so that an open filter reads by the index alone.
record HistoryFilter(Filter filter) {
  private static final String TEXT =
      " and (regexp_like(lower(facts), :name) or lower(status) like :text escape '!'"
          + " or lower(coalesce(code, '')) like :text escape '!'"
          + " or correlation_id like :begin escape '!')";

  /// Asks `sql`, which has `%s` where the condition belongs.
  Query ask(Handle handle, String sql) {
    return handle.createQuery(sql.formatted(condition())).bindMap(values());
  }

  private String condition() {
    return "started_at >= :from and started_at < :to"
        + (filter.status().isEmpty() ? "" : " and status = :status")
        + (text().isEmpty() ? "" : TEXT);
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("from", Rows.column(filter.from()));
    values.put("to", Rows.column(filter.to()));
    if (!filter.status().isEmpty()) {
      values.put("status", filter.status());
    }
    if (!text().isEmpty()) {
      values.put("name", "\"name\":\"[^\"]*" + literally(text()));
      values.put("text", "%" + escaped(text()) + "%");
      values.put("begin", escaped(text()) + "%");
    }
    return values;
  }

  private String text() {
    return filter.text().strip().toLowerCase(Locale.ROOT);
  }

  /// As a regular expression that means just this text. No name has a quotation mark, which would
  /// reach beyond it.
  private static String literally(String text) {
    return text.replace('"', '\u0001').replaceAll("[^\\p{L}\\p{M}\\p{N} ]", "\\\\$0");
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
