// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

final class WipeTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 200_001})
  void whatWasInTheFileIsOverwrittenInPlaceBeforeItIsRemoved(int size) throws IOException {
    byte[] canary = new byte[size];
    Arrays.fill(canary, (byte) 'C');
    Path session = Files.createDirectory(folder.resolve("session"));
    Path file = Files.write(session.resolve("a"), canary);
    Path kept = Files.createLink(folder.resolve("link"), file);
    Wipe.Wiped wiped = new Wipe(Ids.secure(), 3).folder(session);
    assertThat(wiped).isEqualTo(new Wipe.Wiped(1, size, Wipe.ReadBack.DEVICE));
    assertThat(session).doesNotExist();
    assertThat(kept).isEmptyFile();
  }

  @Test
  void aFolderThatIsGoneIsWipedAlready() throws IOException {
    assertThat(new Wipe(Ids.secure(), 1).folder(folder.resolve("none")))
        .isEqualTo(new Wipe.Wiped(0, 0, Wipe.ReadBack.DEVICE));
  }

  @Test
  void everyPassCoversTheWholeFile() throws IOException {
    Path session = Files.createDirectory(folder.resolve("session"));
    Path file = session.resolve("a");
    Files.writeString(file, "CANARY".repeat(20_000));
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      new Wipe(Ids.secure(), 1).folder(session);
      byte[] rest = new byte[120_000];
      int read = open.read(rest);
      String left = read <= 0 ? "" : new String(rest, 0, read, StandardCharsets.ISO_8859_1);
      assertThat(left).doesNotContain("CANARY");
    }
  }

  @Test
  void startUpWipesWhateverADeadAgentLeft() throws IOException {
    Path vault = Files.createDirectories(folder.resolve("vault/session1"));
    Files.writeString(vault.resolve("chunk"), "sealed");
    Path temp = Files.createDirectories(folder.resolve("tmp"));
    Files.writeString(temp.resolve("javaprint1"), "leak");
    StartUp.Recovered found =
        new StartUp(new Wipe(Ids.secure(), 1)).recover(folder.resolve("vault"), temp);
    assertThat(found).isEqualTo(new StartUp.Recovered(1, 1, true));
    assertThat(folder.resolve("vault")).isEmptyDirectory();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void theLeakScanCountsASessionFolderAndAnyTemporaryFile() throws IOException {
    Path temp = Files.createDirectory(folder.resolve("tmp"));
    LeakScan scan = new LeakScan(temp);
    assertThat(scan.hits(folder.resolve("gone"))).isZero();
    Files.writeString(temp.resolve("imageio1.tmp"), "x");
    assertThat(scan.hits(temp)).isEqualTo(2);
  }
}
