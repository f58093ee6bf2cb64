// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.History;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads executions and their steps.
public final class JdbcHistory implements History {
  private static final String OLDER =
      " and (started_at < :at or (started_at = :at and id < :id))";

  private static final String TOOK =
      """
      select percentile_cont(0.5) within group (order by took) as half,
        percentile_cont(0.95) within group (order by took) as most,
        percentile_cont(0.99) within group (order by took) as nearly_all
      from (
        select extract(epoch from ended_at) - extract(epoch from started_at) as took
        from execution where %s and status = 'COMPLETED' and ended_at is not null) spans
      """;

  private static final String CODES =
      """
      select code, count(*) as times from execution
      where %s and code is not null and status in ('FAILED', 'CANCELLED')
      group by code order by times desc, code limit 20
      """;

  /// Those that have come to something, and the one that runs.
  private static final String STEPS =
      """
      select step, attempt, status, code, started_at, ended_at from (
        select seq, step, attempt, status, code, started_at, ended_at from step_execution
        where execution_id = :id
        union all
        select cast(9223372036854775807 as bigint), step_key, round * 1000 + attempt, 'RUNNING',
          cast(null as varchar(48)), begun_at, cast(null as timestamp(6) with time zone)
        from execution_state where execution_id = :id and begun_at is not null) steps
      order by seq
      """;

  private final JdbcUnitOfWork unitOfWork;

  public JdbcHistory(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<Row> search(Query query) {
    HistoryFilter filter = new HistoryFilter(query.filter());
    Cursor after = query.after();
    String sql =
        "select * from execution join execution_state on execution_id = id where %s" + (after == null ? "" : OLDER)
            + " order by started_at desc, id desc limit :limit";
    return unitOfWork.call(Durability.STEP, () -> {
      var bound = filter.ask(unitOfWork.handle(), sql).bind("limit", query.limit());
      if (after != null) {
        bound.bind("at", Rows.column(after.startedAt())).bind("id", after.executionId());
      }
      return bound.map((row, _) -> row(row)).list();
    });
  }

  @Override
  public Figures figures(Filter wanted) {
    HistoryFilter filter = new HistoryFilter(wanted);
    return unitOfWork.call(Durability.STEP, () -> {
      Map<String, Integer> byStatus = byStatus(filter);
      Function<String, Integer> count = status -> byStatus.getOrDefault(status, 0);
      return new Figures(
          count.apply("COMPLETED"),
          count.apply("FAILED"),
          count.apply("CANCELLED"),
          count.apply("PENDING") + count.apply("IN_PROGRESS"),
          took(filter),
          filter.ask(unitOfWork.handle(), CODES)
              .map((row, _) -> new Count(row.getString("code"), row.getInt("times")))
              .list());
    });
  }

  @Override
  public List<Step> steps(String executionId) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .createQuery(STEPS)
            .bind("id", executionId)
            .map((row, _) -> step(row))
            .list());
  }

  private Map<String, Integer> byStatus(HistoryFilter filter) {
    return filter
        .ask(
            unitOfWork.handle(),
            "select status, count(*) as times from execution where %s group by status")
        .map((row, _) -> Map.entry(row.getString("status"), row.getInt("times")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private @Nullable Spans took(HistoryFilter filter) {
    return filter.ask(unitOfWork.handle(), TOOK)
        .map((row, _) -> spans(row))
        .one()
        .orElse(null);
  }

  private static Optional<Spans> spans(ResultSet row) throws SQLException {
    double half = row.getDouble("half");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new Spans(seconds(half), seconds(row.getDouble("most")), seconds(row.getDouble("nearly_all"))));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
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
