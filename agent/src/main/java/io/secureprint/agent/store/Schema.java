// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// Brings the tables to what this program wants, and refuses what is not its own.
final class Schema {
  /// What is older is mended by nobody any more.
  private static final int OLDEST = 14;
  private static final String HISTORY = "flyway_schema_history";
  private static final Set<MigrationState> NEWER =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  /// `V1__spine.sql` said `varbinary(2000)` once, which PostgreSQL does not know: the files of the shops
  /// that were opened by it have its hash.
  private static final int SPINE_WITH_VARBINARY = -232_064_150;

  private static final int SPINE = 964_810_030;

  private final DataSource source;
  private final boolean server;

  Schema(DataSource source, boolean server) {
    this.source = source;
    this.server = server;
  }

  void bring() throws Database.Unusable {
    try (Handle handle = Jdbi.create(source).open()) {
      if (server) {
        checkServer(handle);
      }
      checkOwner(handle);
    }
    Flyway flyway =
        Flyway.configure(Database.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:db/migration")
            .load();
    boolean newer =
        Stream.of(flyway.info().applied()).map(MigrationInfo::getState).anyMatch(NEWER::contains);
    if (newer) {
      throw refused("DATABASE_NEWER", "its tables were made by a newer version of this program");
    }
    flyway.migrate();
  }

  private static void checkServer(Handle handle) throws Database.Unusable {
    checkVersion(Integer.parseInt(setting(handle, "server_version_num")));
    String encoding = setting(handle, "server_encoding");
    if (!encoding.equals("UTF8")) {
      throw refused("DATABASE_ENCODING", "its encoding is " + encoding + " and not UTF8");
    }
    if (text(handle, "select coalesce(current_schema(), '')").isEmpty()) {
      throw refused("DATABASE_MISSING", "there is no schema to put tables into");
    }
  }

  /// `number` is the server's own: 180006 is 18.6.
  static void checkVersion(int number) throws Database.Unusable {
    int version = number / 10_000;
    if (version < OLDEST) {
      throw refused("DATABASE_OLD", "PostgreSQL " + version + " is older than " + OLDEST);
    }
  }

  /// Tables without our history, or with that of another program, are not ours to change.
  private static void checkOwner(Handle handle) throws Database.Unusable {
    List<String> tables =
        handle
            .select(
                "select lower(table_name) from information_schema.tables where table_schema = current_schema")
            .mapTo(String.class)
            .list();
    if (tables.contains(HISTORY)) {
      List<String> first =
          handle
              .select("select \"script\" from \"" + HISTORY + "\" where \"version\" = '1'")
              .mapTo(String.class)
              .list();
      if (!first.equals(List.of("V1__spine.sql")) && !(first.isEmpty() && tables.size() == 1)) {
        throw refused("DATABASE_FOREIGN", "its tables are those of another program");
      }
      handle.execute(
          "update \"" + HISTORY + "\" set \"checksum\" = ? where \"version\" = '1' and \"checksum\" = ?",
          SPINE, SPINE_WITH_VARBINARY);
    } else if (!tables.isEmpty()) {
      throw refused("DATABASE_FOREIGN", "it has tables that are not this program's");
    }
  }

  private static String setting(Handle handle, String name) {
    return text(handle, "select current_setting('" + name + "')");
  }

  private static String text(Handle handle, String query) {
    return handle.select(query).mapTo(String.class).one();
  }

  private static Database.Unusable refused(String code, String why) {
    return new Database.Unusable(code, why);
  }
}
