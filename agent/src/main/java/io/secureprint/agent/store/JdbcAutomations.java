// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.automation.AutomationRows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of automations and their versions.
public final class JdbcAutomations implements AutomationRows {
  private static final String STORED =
      "select v.*, a.enabled, a.put_away, a.looked_at from automation a"
          + " join automation_version v on v.automation_id = a.id and v.version = a.version";

  private final JdbcUnitOfWork unitOfWork;

  public JdbcAutomations(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<Stored> all() {
    return unitOfWork
        .handle()
        .select(STORED + " order by a.id")
        .map((row, _) -> stored(row))
        .list();
  }

  @Override
  public Optional<Stored> find(String id) {
    return unitOfWork
        .handle()
        .select(STORED + " where a.id = ?", id)
        .map((row, _) -> stored(row))
        .findOne();
  }

  @Override
  public boolean insert(Version v) {
    if (!next(v)) {
      return false;
    }
    unitOfWork.handle().execute(
        "insert into automation_version (automation_id, version, definition, author, at)"
            + " values (?, ?, ?, ?, ?)",
        v.id(), v.number(), v.definition(), v.author(), Rows.column(v.at()));
    return true;
  }

  /// A change of a schedule counts from when it was saved.
  private boolean next(Version v) {
    if (v.number() > 1) {
      return unitOfWork.handle().execute(
              "update automation set version = ?, looked_at = ?"
                  + " where id = ? and version = ? and put_away = false",
              v.number(), Rows.column(v.at()), v.id(), v.number() - 1)
          == 1;
    }
    return unitOfWork.handle().execute(
            "insert into automation (id, version, enabled, looked_at)"
                + " select ?, 1, false, cast(? as timestamp(6) with time zone)"
                + " where not exists (select 1 from automation where id = ?)",
            v.id(), Rows.column(v.at()), v.id())
        == 1;
  }

  @Override
  public List<Version> versions(String id, int most) {
    return unitOfWork
        .handle()
        .select(
            "select * from automation_version where automation_id = ? order by version desc"
                + " fetch first " + most + " rows only",
            id)
        .map((row, _) -> version(row))
        .list();
  }

  @Override
  public boolean enable(String id, boolean enabled) {
    return unitOfWork.handle().execute(
            "update automation set enabled = ? where id = ? and enabled <> ? and put_away = false",
            enabled, id, enabled)
        == 1;
  }

  @Override
  public boolean putAway(String id, boolean away) {
    return unitOfWork.handle().execute(
            "update automation set put_away = ? where id = ? and put_away <> ? and enabled = false",
            away, id, away)
        == 1;
  }

  @Override
  public boolean look(String id, Instant before, Instant now) {
    return unitOfWork.handle().execute(
            "update automation set looked_at = ? where id = ? and looked_at = ?",
            Rows.column(now), id, Rows.column(before))
        == 1;
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        version(row),
        row.getBoolean("enabled"),
        row.getBoolean("put_away"),
        Rows.instant(row, "looked_at"));
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getString("automation_id"),
        row.getInt("version"),
        row.getString("definition"),
        row.getString("author"),
        Rows.instant(row, "at"));
  }
}
