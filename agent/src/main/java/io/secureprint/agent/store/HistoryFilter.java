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
  /// Behind the beginning of the customer's name; what follows it are other facts.
  private static final String NAMED = "substring(facts from position('\"name\":\"' in facts) + 8)";

  private static final String TEXT =
      " and (exists (select 1 from execution_state where execution_id = execution.id"
          + " and position('\"name\":\"' in facts) > 0 and position(:name in lower(substring(" + NAMED
          + " from 1 for position('\"' in " + NAMED + ")))) > 0)"
          + " or lower(status) like :text escape '!'"
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
      values.put("name", text());
      values.put("text", "%" + escaped(text()) + "%");
      values.put("begin", escaped(text()) + "%");
    }
    return values;
  }

  private String text() {
    return filter.text().strip().toLowerCase(Locale.ROOT).replaceAll("[\\p{Cntrl}\"]", "\u0001");
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
