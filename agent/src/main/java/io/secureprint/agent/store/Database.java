// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The agent's database: an H2 file that only this process opens.
public final class Database implements AutoCloseable {
  /// H2's own number for a file that another process has.
  private static final int IN_USE = 90_020;
  /// A database that cannot be had says so while customers still wait for the answer.
  private static final long PATIENCE_MILLIS = 3_000;

  private final HikariDataSource source;
  private final Jdbi jdbi;

  private Database(HikariDataSource source) {
    this.source = source;
    this.jdbi = Jdbi.create(source);
  }

  /// Opens the database in `folder`, creating or migrating it.
  ///
  /// @throws Unusable when another process has it, or the file cannot be read or migrated
  public static Database open(Path folder) throws Unusable {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url(folder));
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(1);
    config.setPoolName("store");
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setValidationTimeout(PATIENCE_MILLIS / 2);
    config.setInitializationFailTimeout(1);
    try {
      HikariDataSource source = new HikariDataSource(config);
      migrate(source);
      return new Database(source);
    } catch (RuntimeException e) {
      throw new Unusable("the database in " + folder + " cannot be used", e);
    }
  }

  private static boolean inUse(@Nullable Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
        return true;
      }
    }
    return false;
  }

  /// `async:` because H2's other files close for good when a thread is interrupted while it writes.
  /// The write delay is so long that H2 does not write by itself while there are commits, since the
  /// [GroupCommit] does; it is not 0, which would end H2's compaction.
  private static String url(Path folder) throws Unusable {
    String file = folder.resolve("sps").toAbsolutePath().toString();
    if (file.contains(";")) {
      throw new Unusable(
          "the folder's name would be read as settings",
          new IllegalArgumentException("semicolon in " + file));
    }
    return "jdbc:h2:async:" + file
        + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=60000";
  }

  Jdbi jdbi() {
    return jdbi;
  }

  DataSource source() {
    return source;
  }

  /// H2 writes everything out and closes the file with its last connection.
  @Override
  public void close() {
    source.close();
  }

  private static void migrate(HikariDataSource source) {
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      source.close();
      throw e;
    }
  }

  /// The database cannot be opened.
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message, Throwable cause) {
      super(message, cause);
    }

    /// Whether another process has it: most likely the shop itself, started before.
    public boolean isBusy() {
      return inUse(getCause());
    }
  }
}
