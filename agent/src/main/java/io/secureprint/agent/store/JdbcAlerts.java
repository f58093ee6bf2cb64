// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.automation.Alert;
import io.secureprint.agent.automation.AlertRows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The rows of alerts.
public final class JdbcAlerts implements AlertRows {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcAlerts(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void insert(Alert a) {
    unitOfWork.handle().execute(
        "insert into alert (id, fingerprint, open_mark, severity, title, detail, source, state, times,"
            + " first_at, last_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        a.id(), a.fingerprint(), a.fingerprint(), a.message().severity().name(), a.message().title(),
        a.message().detail(), a.message().source(), a.state().name(), a.times(),
        Rows.column(a.firstAt()), Rows.column(a.lastAt()));
  }

  @Override
  public boolean replace(Alert old, Alert next) {
    return unitOfWork.handle().execute(
            "update alert set severity = ?, detail = ?, state = ?, times = ?, last_at = ?,"
                + " acknowledged_by = ?, open_mark = case when ? = 'OPEN' then open_mark end"
                + " where id = ? and state = ? and times = ?",
            next.message().severity().name(), next.message().detail(), next.state().name(),
            next.times(), Rows.column(next.lastAt()), next.acknowledgedBy(),
            next.state().name(), old.id(),
            old.state().name(), old.times())
        == 1;
  }

  @Override
  public Optional<Alert> find(String id) {
    return alerts("id = ?", id).stream().findFirst();
  }

  @Override
  public Optional<Alert> open(String fingerprint) {
    return alerts("open_mark = ? for update", fingerprint).stream().findFirst();
  }

  @Override
  public List<Alert> open(int most) {
    return alerts("state = 'OPEN' order by last_at desc fetch first " + most + " rows only");
  }

  private List<Alert> alerts(String where, Object... values) {
    return unitOfWork
        .handle()
        .select("select * from alert where " + where, values)
        .map((row, _) -> alert(row))
        .list();
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        row.getString("id"),
        row.getString("fingerprint"),
        new Alert.Message(
            Alert.Severity.valueOf(row.getString("severity")),
            row.getString("title"),
            row.getString("detail"),
            row.getString("source")),
        Alert.State.valueOf(row.getString("state")),
        row.getInt("times"),
        Rows.instant(row, "first_at"),
        Rows.instant(row, "last_at"),
        Objects.requireNonNullElse(row.getString("acknowledged_by"), ""));
  }
}
