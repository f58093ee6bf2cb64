// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.Folders;
import io.secureprint.agent.SettableClock;
import io.secureprint.agent.store.Backups;
import io.secureprint.agent.store.Database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A shop whose books cannot be read any more, in processes of its own.
final class RestoreTest {
  @TempDir private Path folder;

  @Test
  void aShopWhoseBooksAreDamagedOpensWithTheCopyOfTheDay() throws Exception {
    try (Program shop = Program.shop(folders().data(), Map.of())) {
      shop.line("READY ");
      assertThat(restore()).as("while it is open").isEqualTo(2);
      shop.stop();
      assertThat(shop.exit(5)).isEqualTo(143);
    }
    copy();
    damage();
    try (Program shop = Program.shop(folders().data(), Map.of())) {
      assertThat(shop.exit(20)).isEqualTo(1);
      assertThat(shop.errors()).contains("DATABASE_DAMAGED");
    }
    assertThat(restore()).isZero();
    try (Program shop = Program.shop(folders().data(), Map.of())) {
      shop.line("READY ");
      shop.stop();
      assertThat(shop.exit(5)).isEqualTo(143);
    }
  }

  @Test
  void whereThereIsNoCopyNothingHappens() throws Exception {
    assertThat(restore()).isEqualTo(2);
    assertThat(Files.readString(said())).contains("BACKUP_MISSING");
    assertThat(folders().data()).doesNotExist();
  }

  private Folders folders() {
    return new Folders(folder.resolve("data"));
  }

  private Path said() {
    return folder.resolve("restore.log");
  }

  private int restore() throws Exception {
    try (Program command =
        Program.start(said(), Map.of(), "restore", "--data", folders().data().toString())) {
      return command.exit(20);
    }
  }

  private void copy() throws Database.Unusable {
    SettableClock clock = new SettableClock();
    try (Database database = Database.open(folders().database())) {
      Backups backups = new Backups(database, folders().backups(), clock);
      clock.pass(Duration.ofHours(1));
      backups.tick();
    }
  }

  private void damage() throws IOException {
    Path file = folders().database().resolve("sps.mv.db");
    Files.write(file, new byte[Math.toIntExact(Files.size(file))]);
  }
}
