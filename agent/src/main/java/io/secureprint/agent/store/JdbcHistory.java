// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.History;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Reads executions and their steps.
public final class JdbcHistory implements History {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcHistory(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<Row> search(Query query) {
    Instant before = query.before() == null ? Instant.parse("9999-01-01T00:00:00Z") : query.before();
    String text = "%" + escaped(query.text().strip().toLowerCase(Locale.ROOT)) + "%";
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .createQuery(
                """
                select * from execution
                where started_at < :before
                  and (regexp_like(lower(facts), :name) or lower(status) like :text escape '!'
                    or lower(coalesce(code, '')) like :text escape '!'
                    or correlation_id like :start escape '!')
                order by started_at desc limit :limit
                """)
            .bind("before", Rows.column(before))
            .bind("text", text)
            .bind("name", "\"name\":\"[^\"]*" + literally(query.text()))
            .bind("start", text.substring(1))
            .bind("limit", query.limit())
            .map((row, _) -> row(row))
            .list());
  }

  @Override
  public List<Step> steps(String executionId) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select("select * from step_execution where execution_id = ? order by seq", executionId)
            .map((row, _) -> step(row))
            .list());
  }

  /// As a regular expression that means just this text. No name has a quotation mark, which would
  /// reach beyond it.
  private static String literally(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replace('"', '\u0001')
        .replaceAll("[^\\p{L}\\p{M}\\p{N} ]", "\\\\$0");
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static Row row(ResultSet row) throws SQLException {
    Facts facts = Json.facts(row.getString("facts"));
    return new Row(
        row.getString("id"),
        row.getString("correlation_id"),
        row.getString("workflow"),
        facts.text("name").orElse(""),
        row.getString("status"),
        row.getString("code"),
        (int) facts.number("sheets"),
        (int) facts.number("prices"),
        new Paise(facts.number("paidPaise")),
        Rows.instant(row, "started_at"),
        Rows.instantOrNull(row, "ended_at"));
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        row.getString("step"),
        row.getInt("attempt"),
        row.getString("status"),
        row.getString("code"),
        Rows.instant(row, "started_at"),
        Rows.instantOrNull(row, "ended_at"));
  }
}
