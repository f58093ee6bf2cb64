// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.connection.Connections;
import io.secureprint.agent.connection.SecretMark;


import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Connections in rows.
public final class JdbcConnections implements Connections.Rows {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcConnections(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<Connection> list() {
    return unitOfWork
        .handle()
        .select("select * from connection order by name")
        .map((row, _) -> connection(row))
        .list();
  }

  @Override
  public Optional<Connection> find(String name) {
    return unitOfWork
        .handle()
        .select("select * from connection where name = ?", name)
        .map((row, _) -> connection(row))
        .findOne();
  }

  @Override
  public SecretMark mark(String name) {
    return SecretMark.of(
        unitOfWork
            .handle()
            .select("select secret_mark from connection where name = ?", name)
            .mapTo(String.class)
            .findOne()
            .orElse(null));
  }

  @Override
  public void save(Connection connection, SecretMark mark, String author, Instant at) {
    remove(connection.name());
    unitOfWork.handle().execute(
        "insert into connection (name, address, header, secret_mark, changed_by, changed_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        connection.name(), connection.address().toString(), connection.header(), mark.value(), author,
        Rows.column(at));
  }

  @Override
  public void remove(String name) {
    unitOfWork.handle().execute("delete from connection where name = ?", name);
  }

  private static Connection connection(ResultSet row) throws SQLException {
    return new Connection(
        row.getString("name"), URI.create(row.getString("address")), row.getString("header"));
  }
}
