// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// The agent's database: an H2 file that only this process opens, or a PostgreSQL that several agents
/// share.
public final class Database implements AutoCloseable {
  private final DatabasePlace place;
  private final HikariDataSource source;
  private final Jdbi jdbi;

  private Database(DatabasePlace place, HikariDataSource source) {
    this.place = place;
    this.source = source;
    this.jdbi = Jdbi.create(source);
  }

  /// Opens the H2 file in `folder`, creating or migrating it.
  ///
  /// @throws Unusable when another process has it, or the file cannot be read or migrated
  public static Database open(Path folder) throws Unusable {
    return open(new DatabasePlace.Folder(folder));
  }

  /// Opens the database there, creating or migrating its tables.
  ///
  /// @throws Unusable with its reason's code
  public static Database open(DatabasePlace place) throws Unusable {
    try {
      HikariDataSource source = new HikariDataSource(Connections.to(place));
      try {
        new Schema(source, place instanceof DatabasePlace.Server).bring();
      } catch (RuntimeException | Unusable e) {
        source.close();
        throw e;
      }
      return new Database(place, source);
    } catch (RuntimeException e) {
      throw new Unusable(
          DatabaseTrouble.code(e, place), "the database " + place + " cannot be used", e);
    }
  }

  /// Whether other agents may be at work on it.
  public boolean isShared() {
    return place instanceof DatabasePlace.Server;
  }

  /// What people are told while it takes nothing.
  public String lost() {
    return isShared() ? "DATABASE_LOST" : "STORAGE_FAILED";
  }

  /// What the owner should know of it, as codes.
  public List<String> notes() {
    boolean unsafe =
        isShared()
            && jdbi.withHandle(
                handle ->
                    handle.select("select current_setting('fsync')").mapTo(String.class).one())
                .equals("off");
    return unsafe ? List.of("DATABASE_UNSAFE") : List.of();
  }

  /// How large it is.
  public long bytes() throws IOException {
    if (place instanceof DatabasePlace.Folder(Path folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        return files.map(Path::toFile).mapToLong(file -> file.length()).sum();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return jdbi.withHandle(
        handle ->
            handle
                .select("select pg_database_size(current_database())")
                .mapTo(Long.class)
                .one());
  }

  /// How its commits get onto a disk.
  CommitSync commits() {
    return isShared() ? new ServerCommit() : new GroupCommit(jdbi);
  }

  /// Who may still commit a number of the event log.
  EventNumbers numbers() {
    return isShared() ? new EventNumbers.OfServer() : new EventNumbers.OfThisProcess();
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

  /// The database cannot be opened.
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /// `code` is what people are told in words.
    public Unusable(String code, String message, Throwable cause) {
      super(message, cause);
      this.code = code;
    }

    public Unusable(String code, String message) {
      super(message);
      this.code = code;
    }

    /// What people are told in words.
    public String code() {
      return code;
    }

    /// Whether another process has it: most likely the shop itself, started before.
    public boolean isBusy() {
      return code.equals("DATA_FOLDER_BUSY");
    }
  }
}
