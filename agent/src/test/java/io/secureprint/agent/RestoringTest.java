// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secureprint.agent.store.Backups;
import io.secureprint.agent.store.Database;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What is lost with a spoilt file is what came after the copy.
final class RestoringTest {
  @TempDir private Path data;
  private Folders folders;
  private Path aside;

  @BeforeEach
  void shop() {
    folders = new Folders(data);
    aside = data.resolve("db.damaged");
  }

  @Test
  void aFileThatCannotBeReadIsReplacedByTheCopyAndKeptBesideIt() throws Exception {
    Path copy = copied();
    damage();
    new Restoring(folders).restore(copy, false, aside);
    opensWell();
    assertThat(aside.resolve("sps.mv.db")).exists();
  }

  @Test
  void recordsThatCanBeReadAreReplacedOnlyByWhoInsists() throws Exception {
    Path copy = copied();
    assertThat(refused(copy)).isEqualTo("BACKUP_NOT_NEEDED");
    new Restoring(folders).restore(copy, true, aside);
    opensWell();
    assertThat(aside.resolve("sps.mv.db")).exists();
  }

  @Test
  void whileTheShopIsOpenNothingIsReplaced() throws Exception {
    Path copy = copied();
    damage();
    try (FolderLock _ = FolderLock.of(folders.lock())) {
      assertThat(refused(copy)).isEqualTo("DATA_FOLDER_BUSY");
    }
  }

  @Test
  void aCopyThatIsNoGoodReplacesNothing() throws Exception {
    Path cut = data.resolve("cut.zip");
    byte[] whole = Files.readAllBytes(copied());
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    Path none = zip("other.txt", "nothing of ours");
    Path broken = zip("sps.mv.db", "no database at all");
    damage();
    for (Path copy : List.of(cut, none, broken)) {
      assertThat(refused(copy)).as("%s", copy).isEqualTo("BACKUP_UNREADABLE");
    }
  }

  @Test
  void whatAPowerCutBrokeOffIsEndedWhenTheShopOpens() throws Exception {
    Path copy = copied();
    damage();
    new Restoring(folders).restore(copy, false, aside);
    Files.move(folders.database(), data.resolve("db.restored"));
    Restoring.finish(folders);
    opensWell();
  }

  @Test
  void whatAPowerCutLeftBesideTheRecordsIsInNobodysWay() throws Exception {
    Path copy = copied();
    damage();
    for (String left : List.of("db.restoring", "db.restored")) {
      Files.write(Files.createDirectory(data.resolve(left)).resolve("sps.mv.db"), new byte[] {1, 2});
    }
    Restoring.finish(folders);
    new Restoring(folders).restore(copy, false, aside);
    opensWell();
    assertThat(data.resolve("db.restored")).doesNotExist();
    assertThat(data.resolve("db.restoring")).doesNotExist();
  }

  @Test
  void whatAPowerCutLeftInsteadOfTheRecordsIsPutInTheirPlaceFirst() throws Exception {
    Path copy = copied();
    Files.move(folders.database(), data.resolve("db.restored"));
    assertThat(refused(copy)).isEqualTo("BACKUP_NOT_NEEDED");
    opensWell();
  }

  private Path copied() throws Database.Unusable, IOException {
    SettableClock clock = new SettableClock();
    try (Database database = Database.open(folders.database())) {
      Backups backups = new Backups(database, folders.backups(), clock);
      clock.pass(Duration.ofHours(1));
      backups.tick();
    }
    return Backups.newest(folders.backups()).orElseThrow();
  }

  private void damage() throws IOException {
    Path file = folders.database().resolve("sps.mv.db");
    Files.write(file, new byte[Math.toIntExact(Files.size(file))]);
  }

  /// Everything is as before, and nothing is left lying about.
  private String refused(Path copy) throws IOException {
    String code =
        catchThrowableOfType(
                Database.Unusable.class,
                () -> new Restoring(folders).restore(copy, false, aside))
            .code();
    assertThat(aside).doesNotExist();
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("db."));
    }
    return code;
  }

  private void opensWell() throws Database.Unusable {
    Database.open(folders.database()).close();
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
}
