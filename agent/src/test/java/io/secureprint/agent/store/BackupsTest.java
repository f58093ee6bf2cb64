// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A copy of the records each day.
final class BackupsTest {
  @TempDir private Path data;
  private final SettableClock clock = new SettableClock();
  private Path copies;
  private Database database;
  private Backups backups;

  @BeforeEach
  void open() throws Exception {
    copies = data.resolve("backups");
    database = Database.open(data.resolve("db"));
    backups = new Backups(database, copies, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void thereIsOneCopyOfEachDayAndNoneWhileTheShopIsJustOpening() throws Exception {
    backups.tick();
    assertThat(Backups.newest(copies)).isEmpty();
    clock.pass(Duration.ofMinutes(11));
    backups.tick();
    backups.tick();
    assertThat(names()).containsExactly("records-" + LocalDate.now(clock) + ".zip");
    assertThat(backups.isFailing()).isFalse();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copies)))
        .isEqualTo("rwx------");
  }

  @Test
  void aWeekOfThemIsKept() throws Exception {
    for (int day = 0; day < 9; day++) {
      clock.pass(Duration.ofDays(1));
      backups.tick();
    }
    assertThat(names()).hasSize(7);
    assertThat(Backups.day(Backups.newest(copies).orElseThrow()))
        .isEqualTo(LocalDate.now(clock).toString());
  }

  @Test
  void whereNoneCanBeMadeThatIsSaid() throws Exception {
    Files.writeString(copies, "a file where the folder should be");
    clock.pass(Duration.ofMinutes(11));
    backups.tick();
    assertThat(backups.isFailing()).isTrue();
    Files.delete(copies);
    backups.tick();
    assertThat(backups.isFailing()).isFalse();
    assertThat(names()).hasSize(1);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(copies)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
