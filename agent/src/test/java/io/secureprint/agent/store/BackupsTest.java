// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secureprint.agent.SettableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The records are lost with no disk block, only with the whole disk.
final class BackupsTest {
  @TempDir private Path data;
  private final SettableClock clock = new SettableClock();
  private Path folder;
  private Path copies;
  private Path aside;
  private Database database;
  private Backups backups;

  @BeforeEach
  void open() throws Exception {
    folder = data.resolve("db");
    copies = data.resolve("backups");
    aside = data.resolve("db.damaged");
    database = Database.open(folder);
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
  void aFileThatCannotBeReadIsReplacedByTheCopyAndKeptBesideIt() throws Exception {
    note("before");
    copied();
    note("after");
    database.close();
    damage();
    assertThat(catchThrowableOfType(Database.Unusable.class, () -> Database.open(folder)).code())
        .isEqualTo("DATABASE_DAMAGED");
    Restoring.restore(folder, Backups.newest(copies).orElseThrow(), aside);
    database = Database.open(folder);
    assertThat(notes()).containsExactly("before");
    assertThat(aside.resolve("sps.mv.db")).exists();
  }

  @Test
  void whileTheShopIsOpenNothingIsReplaced() throws Exception {
    copied();
    database.close();
    Path copy = Backups.newest(copies).orElseThrow();
    EngineLife other = new EngineLife(EngineJvm.plain().command(folder, KilledEngine.Flaw.NONE));
    try {
      other.ready().join();
      assertThat(refused(copy)).isEqualTo("DATA_FOLDER_BUSY");
      assertThat(aside).doesNotExist();
    } finally {
      other.kill();
    }
  }

  @Test
  void aCopyThatIsNoGoodReplacesNothing() throws Exception {
    note("kept");
    database.close();
    Path none = zip("other.txt", "nothing of ours");
    Path broken = zip("sps.mv.db", "no database at all");
    for (Path copy : List.of(none, broken)) {
      assertThat(refused(copy)).isEqualTo("BACKUP_UNREADABLE");
    }
    database = Database.open(folder);
    assertThat(notes()).containsExactly("kept");
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
  }

  private void copied() {
    clock.pass(Duration.ofMinutes(11));
    backups.tick();
  }

  private void note(String text) {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("create table if not exists note (text varchar(20))");
              handle.execute("insert into note values (?)", text);
            });
  }

  private List<String> notes() {
    return database
        .jdbi()
        .withHandle(handle -> handle.select("select text from note").mapTo(String.class).list());
  }

  private void damage() throws IOException {
    Path file = folder.resolve("sps.mv.db");
    Files.write(file, new byte[Math.toIntExact(Files.size(file))]);
  }

  private String refused(Path copy) {
    return catchThrowableOfType(
            Database.Unusable.class, () -> Restoring.restore(folder, copy, aside))
        .code();
  }

  private Path zip(String name, String content) throws IOException {
    Path zip = data.resolve(name + ".zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry(name));
      entries.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return zip;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(copies)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
