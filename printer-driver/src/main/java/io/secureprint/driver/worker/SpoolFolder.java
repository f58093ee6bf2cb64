// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder in memory for what the JDK spools, for one process that has no sandbox with a `/tmp` of
/// its own. What a dead agent's processes left in theirs goes at the next start.
final class SpoolFolder {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
  private static final String PREFIX = "sps-spool-";

  private final Path memory;

  /// `memory` is where this PC keeps files in memory, if it does.
  SpoolFolder(Path memory) {
    this.memory = memory;
  }

  /// A new one; nothing where the PC has no such place, and then nothing is ever spooled.
  Optional<Path> make() throws IOException {
    return Files.isDirectory(memory)
        ? Optional.of(
            Files.createTempDirectory(memory, PREFIX + ProcessHandle.current().pid() + "-"))
        : Optional.empty();
  }

  /// Removes those of agents that do not live any more.
  void sweep() throws IOException {
    if (Files.isDirectory(memory)) {
      List<Path> left;
      try (Stream<Path> found = Files.list(memory)) {
        left = found.filter(SpoolFolder::orphaned).toList();
      }
      left.forEach(SpoolFolder::remove);
    }
  }

  /// Removes it as soon as its process has ended, however that was.
  static void removeAfter(Process process, Path folder) {
    var _ = process.onExit().thenRun(() -> remove(folder));
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.error("{} cannot be removed", folder, e);
    }
  }

  private static boolean orphaned(Path folder) {
    String[] name = folder.getFileName().toString().split("-", -1);
    return folder.getFileName().toString().startsWith(PREFIX)
        && Files.isWritable(folder)
        && name.length > 2
        && name[2].matches("\\d{1,10}")
        && ProcessHandle.of(Long.parseLong(name[2])).isEmpty();
  }
}
