// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.UUID;

/// Databases that do not open, and what people are told of each.
final class DatabaseOpeningTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void anotherProgramsTablesAreLeftAlone(TestDatabase kind) throws Exception {
    jdbi(kind).useHandle(handle -> handle.execute("create table customer (id integer)"));
    assertThat(refused(kind.place(folder))).isEqualTo("DATABASE_FOREIGN");
    assertThat(tables(kind)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void anotherProgramsHistoryIsNotOurs(TestDatabase kind) throws Exception {
    kind.open(folder).close();
    change(kind, "\"script\" = 'V1__theirs.sql' where \"version\" = '1'");
    assertThat(refused(kind.place(folder))).isEqualTo("DATABASE_FOREIGN");
  }

  @ParameterizedTest
  @EnumSource
  void theTablesOfANewerProgramAreLeftAlone(TestDatabase kind) throws Exception {
    kind.open(folder).close();
    change(kind, "\"version\" = '999', \"script\" = 'V999__later.sql' where \"version\" = '27'");
    assertThat(refused(kind.place(folder))).isEqualTo("DATABASE_NEWER");
  }

  @ParameterizedTest
  @EnumSource
  void aChangedMigrationIsDamage(TestDatabase kind) throws Exception {
    kind.open(folder).close();
    change(kind, "\"checksum\" = 7 where \"version\" = '1'");
    assertThat(refused(kind.place(folder))).isEqualTo("DATABASE_DAMAGED");
  }

  @Test
  void aFileThatTheFirstVersionMadeIsOpened() throws Exception {
    TestDatabase.H2.open(folder).close();
    jdbi(TestDatabase.H2).useHandle(handle ->
        handle.execute("alter table scheduled_tasks alter column task_data varbinary(2000)"));
    change(TestDatabase.H2, "\"checksum\" = -232064150 where \"version\" = '1'");
    TestDatabase.H2.open(folder).close();
    TestDatabase.H2.open(folder).close();
  }

  @Test
  void aFolderCannotSmuggleSettingsIntoTheAddress() {
    assertThat(refused(new DatabasePlace.Folder(folder.resolve("a;INIT=x"))))
        .isEqualTo("DATABASE_DAMAGED");
  }

  @Test
  void aServerThatIsNotThereCannotBeReached() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
      assertThat(refused("jdbc:postgresql://127.0.0.1:" + free + "/shop", "u", ""))
          .as("it says nothing")
          .isEqualTo("DATABASE_UNREACHABLE");
    }
    assertThat(refused("jdbc:postgresql://127.0.0.1:" + free + "/shop", "u", ""))
        .isEqualTo("DATABASE_UNREACHABLE");
    assertThat(refused("jdbc:postgresql://nowhere.invalid/shop", "u", ""))
        .isEqualTo("DATABASE_UNREACHABLE");
  }

  @Test
  void aWrongPasswordAndNoneAreTold() throws Exception {
    PostgresServer server = PostgresServer.running();
    String user = name("u");
    server.admit("host all " + user + " 127.0.0.1/32 scram-sha-256");
    server.execute("create role " + user + " login password 'right'");
    String url = server.address("postgres");
    assertThat(refused(url, user, "wrong")).isEqualTo("DATABASE_LOGIN");
    assertThat(refused(url, user, "")).isEqualTo("DATABASE_LOGIN");
    assertThat(refused(url, user, "right")).as("it may not make tables").isEqualTo("DATABASE_RIGHTS");
  }

  @Test
  void encryptionThatOneSideWantsAndTheOtherHasNotIsTold() throws Exception {
    PostgresServer server = PostgresServer.running();
    String user = name("tls");
    server.admit("hostnossl all " + user + " 127.0.0.1/32 reject");
    server.execute("create role " + user + " login");
    String url = server.address("postgres");
    assertThat(refused(url + "?sslmode=disable", user, "")).isEqualTo("DATABASE_TLS");
    assertThat(refused(url + "?sslmode=require", PostgresServer.USER, "")).isEqualTo("DATABASE_TLS");
  }

  @Test
  void aDatabaseOrSchemaThatIsNotThereIsMissing() throws Exception {
    PostgresServer server = PostgresServer.running();
    assertThat(refused(server.address(name("none")), PostgresServer.USER, ""))
        .isEqualTo("DATABASE_MISSING");
    assertThat(
            refused(
                server.address("postgres") + "?currentSchema=" + name("none"),
                PostgresServer.USER,
                ""))
        .isEqualTo("DATABASE_MISSING");
  }

  @Test
  void aDatabaseThatCannotHoldHindiIsRefused() throws Exception {
    PostgresServer server = PostgresServer.running();
    String latin = name("latin");
    server.execute(
        "create database " + latin + " encoding 'LATIN1' locale 'C' template template0");
    assertThat(refused(server.address(latin), PostgresServer.USER, ""))
        .isEqualTo("DATABASE_ENCODING");
    server.execute("drop database " + latin);
  }

  @Test
  void aServerOlderThanThisProgramIsTriedOnIsRefused() {
    assertThat(catchThrowableOfType(Database.Unusable.class, () -> Schema.checkVersion(130_022)))
        .extracting(Database.Unusable::code)
        .isEqualTo("DATABASE_OLD");
    assertThat(catchThrowableOfType(Database.Unusable.class, () -> Schema.checkVersion(140_000)))
        .isNull();
  }

  private static String refused(String url, String user, String password) {
    return refused(new DatabasePlace.Server(url, user, password));
  }

  private static String refused(DatabasePlace place) {
    return catchThrowableOfType(Database.Unusable.class, () -> Database.open(place).close()).code();
  }

  private static String name(String kind) {
    return kind + UUID.randomUUID().toString().replace("-", "");
  }

  private void change(TestDatabase kind, String how) throws Exception {
    jdbi(kind).useHandle(handle ->
        assertThat(handle.execute("update \"flyway_schema_history\" set " + how)).isEqualTo(1));
  }

  private long tables(TestDatabase kind) throws Exception {
    return jdbi(kind).withHandle(handle ->
        handle
            .select(
                "select count(*) from information_schema.tables where table_schema = current_schema")
            .mapTo(Long.class)
            .one());
  }

  private Jdbi jdbi(TestDatabase kind) {
    return switch (kind.place(folder)) {
      case DatabasePlace.Folder(Path in) ->
          Jdbi.create("jdbc:h2:async:" + in.resolve("sps").toAbsolutePath());
      case DatabasePlace.Server(String url, String user, String password) ->
          Jdbi.create(url, user, password);
    };
  }
}
