// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.audit.Secret;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.PrivateFile;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.store.AgentLease;
import io.secureprint.agent.store.Backups;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.JdbcUnitOfWork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// The room of the shop's records: the database, and by what name this agent is known in it. The first
/// room to open, since its locks tell whether another agent is at work on the same.
final class RecordRoom {
  private static final Logger LOG = LoggerFactory.getLogger(RecordRoom.class);

  private final Database database;
  private final Stores stores;
  private final AgentLease lease;
  private final Backups backups;
  private volatile boolean robbed;

  private RecordRoom(Database database, Stores stores, AgentLease lease, Backups backups) {
    this.database = database;
    this.stores = stores;
    this.lease = lease;
    this.backups = backups;
  }

  static RecordRoom open(
      OpenRooms open, AgentConfig config, Folders folders, Ids ids, Clock clock)
      throws IOException, Database.Unusable {
    open.add("data folder", FolderLock.of(folders.lock()));
    if (!config.database().isShared()) {
      Restoring.finish(folders);
      PrivateFile.closedFolder(folders.database());
    }
    SecretStore secrets = new SecretStore(folders.keys(), ids);
    String password = secrets.get(Secret.DATABASE_PASSWORD).orElse("");
    Database database =
        open.add(
            "database",
            Database.open(config.database().place(folders.database(), password)));
    JdbcUnitOfWork unitOfWork = open.add("unit of work", new JdbcUnitOfWork(database));
    Names names = Names.next(folders.agent(), ids);
    AgentLease lease = new AgentLease(unitOfWork, names.agent(), names.run());
    if (database.isShared()) {
      join(lease, names, keys(secrets, folders));
    } else {
      lease.adoptAll();
    }
    names.keep(folders.agent());
    Stores stores = Stores.on(database, unitOfWork, names.agent(), clock, ids);
    Backups backups =
        new Backups(database, folders.backups(), clock.withZone(Stores.INDIA));
    return new RecordRoom(database, stores, lease, backups);
  }

  private static void join(AgentLease lease, Names names, String keys) throws Database.Unusable {
    switch (lease.take(names.formerRun(), keys)) {
      case YES -> LOG.info("agent {} shares its database", names.agent());
      case TWICE ->
          throw new Database.Unusable(
              "AGENT_TWICE", "another PC works with a copy of this data folder: " + names.agent());
      case OTHER_KEYS ->
          throw new Database.Unusable(
              "COUNTER_KEYS", "the other counters have other keys than this data folder");
    }
  }

  /// A hash of what every counter of one shop must have alike.
  private static String keys(SecretStore secrets, Folders folders) throws IOException {
    byte[] utr = secrets.key(Secret.UTR_KEY, folders.keys().resolve("utr.key"));
    byte[] credit = secrets.key(Secret.CREDIT_KEY, folders.keys().resolve("credit.key"));
    return Sha256.hex(
        ByteBuffer.allocate(utr.length + credit.length).put(utr).put(credit).array());
  }

  Stores stores() {
    return stores;
  }

  List<String> notes() {
    return database.notes();
  }

  DatabaseHealth health() {
    return new DatabaseHealth(
        stores.unitOfWork(), stores.books(false).history(), database::bytes, this::trouble, backups);
  }

  private String trouble(boolean answers) {
    if (!answers) {
      return database.lost();
    }
    return robbed ? "AGENT_TWICE" : "";
  }

  /// Lives among others: tells them, heeds them, and takes over from those who died. Alone, keeps copies
  /// of the records.
  void ticks(Ticks ticks, Engine engine) {
    if (database.isShared()) {
      ticks.every(Duration.ofSeconds(2), () -> robbed = !lease.renew());
      ticks.every(Duration.ofSeconds(1), engine::heed);
      ticks.every(Duration.ofSeconds(20), () -> takeOver(engine));
    } else {
      ticks.every(Duration.ofMinutes(5), backups::tick);
    }
  }

  private void takeOver(Engine engine) {
    int taken = lease.takeOver();
    if (taken > 0) {
      LOG.info("{} executions of an agent that died are taken over", taken);
      engine.sweep();
    }
  }

  /// The agent's name, which stays, and the name of this one start and of the one before it.
  private record Names(String agent, String run, String formerRun) {
    static Names next(Path file, Ids ids) throws IOException {
      List<String> kept = Files.exists(file) ? Files.readAllLines(file) : List.of();
      boolean whole = kept.size() == 2 && kept.stream().allMatch(line -> line.matches("[0-9a-f]{32}"));
      return whole
          ? new Names(kept.get(0), ids.hex128(), kept.get(1))
          : new Names(ids.hex128(), ids.hex128(), "");
    }

    void keep(Path file) throws IOException {
      PrivateFile.write(file, (agent + "\n" + run + "\n").getBytes(UTF_8));
    }
  }
}
