// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// One transaction on one connection, rolled back unless it is committed. Its own statements, with
/// question marks for values, are for what the engine does many times for each step: there Jdbi costs
/// more than the database itself.
final class Transaction implements AutoCloseable {
  private final Connection connection;
  private boolean wrote;

  /// @throws JdbiException if no connection is to be had
  Transaction(DataSource source) {
    try {
      connection = source.getConnection();
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  /// For whoever wants more of it; taken for a writer.
  Connection connection() {
    wrote = true;
    return connection;
  }

  /// Whether it has, or may have, written anything.
  boolean wrote() {
    return wrote;
  }

  /// How many rows were changed.
  int update(String sql, @Nullable Object... values) {
    wrote = true;
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /// The first row.
  <T> Optional<T> first(Reader<T> reader, String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /// All rows.
  <T> List<T> all(Reader<T> reader, String sql, @Nullable Object... values) {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        all.add(reader.read(row));
      }
      return all;
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int at = 0; at < values.length; at++) {
      statement.setObject(at + 1, values[at]);
    }
    return statement;
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /// The pool rolls back what is not committed.
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /// Makes something of the row that it is given.
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// The database refused.
  static final class Failed extends JdbiException {
    private static final long serialVersionUID = 1L;

    Failed(SQLException cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }
}
