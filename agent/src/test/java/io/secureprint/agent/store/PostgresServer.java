// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A real PostgreSQL without files outside the temporary folder, started at the first need and stopped
/// with the test run; each test has a schema of its own.
final class PostgresServer {
  static final String USER = "postgres";
  private static final PostgresServer RUNNING = new PostgresServer();

  private final EmbeddedPostgres server;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  private PostgresServer() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "400")
              // A busy machine needs more than the usual ten seconds.
              .setPGStartupWait(Duration.ofMinutes(1))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PostgresServer running() {
    return RUNNING;
  }

  DatabasePlace.Server place(String schema) {
    return new DatabasePlace.Server(url(schema), USER, "");
  }

  Map<String, String> settings(String schema) {
    return Map.of("database.url", url(schema), "database.user", USER);
  }

  /// The address of a database on this server.
  String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  int port() {
    return server.getPort();
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  /// Everything the server has on the disk.
  Path files() throws SQLException {
    return Path.of(answer("show data_directory"));
  }

  String answer(String query) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /// Puts a rule before the others by which users are let in (`pg_hba.conf`).
  void admit(String rule) throws IOException, SQLException {
    Path rules = Path.of(answer("show hba_file"));
    Files.writeString(rules, rule + "\n" + Files.readString(rules));
    execute("select pg_reload_conf()");
  }

  private String url(String schema) {
    return urls.computeIfAbsent(
        schema,
        _ -> {
          try {
            execute("create schema if not exists " + schema);
            return address("postgres") + "?currentSchema=" + schema;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
