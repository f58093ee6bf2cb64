// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import com.zaxxer.hikari.HikariConfig;

import java.nio.file.Path;
import java.time.Duration;

/// How databases are connected to.
final class Connections {
  /// A database that cannot be had says so while customers still wait for the answer.
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(15);

  /// Every commit is on the server's disk before it counts, whatever the server's own setting is; and
  /// an agent that dies in the middle of a transaction holds up the others for seconds only.
  private static final String RULES =
      """
      set synchronous_commit to on;
      set lock_timeout to '3s';
      set statement_timeout to '10s';
      set idle_in_transaction_session_timeout to '30s'
      """;

  /// So many statements of a connection are kept parsed; H2's own 8 are too few for one unit of work.
  private static final int STATEMENTS = 64;

  private Connections() {}

  static HikariConfig to(DatabasePlace place) throws Database.Unusable {
    return switch (place) {
      case DatabasePlace.Folder(Path folder) -> pool(url(folder), 16);
      case DatabasePlace.Server server -> server(server);
    };
  }

  /// `async:` because H2's other files close for good when a thread is interrupted while it writes.
  /// The write delay is so long that H2 does not write by itself while there are commits, since the
  /// [GroupCommit] does; it is not 0, which would end H2's compaction. No answer is given again from
  /// memory.
  private static String url(Path folder) throws Database.Unusable {
    String file = folder.resolve("sps").toAbsolutePath().toString();
    if (file.contains(";")) {
      throw new Database.Unusable(
          "DATABASE_DAMAGED", "the folder's name would be read as settings: " + file);
    }
    return "jdbc:h2:async:" + file
        + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=60000"
        + ";OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=" + STATEMENTS;
  }

  private static HikariConfig server(DatabasePlace.Server server) {
    HikariConfig config = pool(server.url(), 10);
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setConnectionInitSql(RULES);
    // The driver overlooks what is no text.
    config.addDataSourceProperty("connectTimeout", seconds(PATIENCE));
    config.addDataSourceProperty("loginTimeout", seconds(PATIENCE));
    config.addDataSourceProperty("socketTimeout", seconds(SILENCE));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "secureprint");
    return config;
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }

  private static HikariConfig pool(String url, int most) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setPoolName("store");
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(PATIENCE.toMillis() / 2);
    config.setInitializationFailTimeout(1);
    return config;
  }
}
