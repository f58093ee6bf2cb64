// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

import java.nio.file.Path;
import javax.sql.DataSource;

/// The agent's database: an H2 file that only this process opens.
public final class Database implements AutoCloseable {
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
    // The default write delay stays: it keeps compaction alive, and barriers sync by themselves.
    config.setJdbcUrl(
        "jdbc:h2:file:" + folder.resolve("sps").toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(1);
    config.setPoolName("store");
    config.setInitializationFailTimeout(1);
    try {
      HikariDataSource source = new HikariDataSource(config);
      migrate(source);
      return new Database(source);
    } catch (RuntimeException e) {
      throw new Unusable("the database in " + folder + " cannot be used", e);
    }
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
  }
}
