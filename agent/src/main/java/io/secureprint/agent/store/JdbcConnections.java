// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.connection.Connections;
import io.secureprint.agent.connection.SecretMark;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Connections in rows.
public final class JdbcConnections implements Connections.Rows {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcConnections.class);

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
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public Optional<Connection> find(String name) {
    return unitOfWork
        .handle()
        .select("select * from connection where name = ?", name)
        .map((row, _) -> connection(row))
        .findOne()
        .flatMap(Function.identity());
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

  /// Empty for one from a time when less was asked of connections; the others must not suffer from it.
  private static Optional<Connection> connection(ResultSet row) throws SQLException {
    String name = row.getString("name");
    try {
      return Optional.of(
          new Connection(name, URI.create(row.getString("address")), row.getString("header")));
    } catch (IllegalArgumentException _) {
      LOG.warn("{} is a connection no more: add it anew", name);
      return Optional.empty();
    }
  }
}
