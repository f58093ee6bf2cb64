// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.PrivateFile;

import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies of the file with the shop's records, one of each day on which it is open, for a week
/// (`workflow.md` 4.2). They hold what the file holds: of customers nothing that can be read, and
/// of programs' executions what they ended with.
public final class Backups {
  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
  private static final int KEPT = 7;
  /// Customers' documents need the disk more.
  private static final long SPARE = 100L << 20;
  private static final String BEGIN = "records-";
  private static final String END = ".zip";
  /// A shop that is just opening has more urgent things to do.
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private final Database database;
  private final Path folder;
  private final Clock clock;
  private final Instant opened;
  private volatile boolean failing;

  /// `clock` is in the time zone of the shop's days.
  public Backups(Database database, Path folder, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
    this.opened = clock.instant();
  }

  /// Makes today's copy, unless there is one.
  public void tick() {
    Path today = folder.resolve(BEGIN + LocalDate.now(clock) + END);
    if (clock.instant().isBefore(opened.plus(SETTLED)) || Files.exists(today)) {
      return;
    }
    try {
      make(today);
      failing = false;
      forgetOld();
    } catch (IOException | JdbiException e) {
      LOG.error("the records could not be copied", e);
      failing = !Files.exists(today);
    }
  }

  /// Whether the last try made none.
  public boolean isFailing() {
    return failing;
  }

  /// The newest copy; a server's are its own matter.
  public Optional<Path> newest() throws IOException {
    return database.isShared() ? Optional.empty() : newest(folder);
  }

  /// The newest copy in a folder.
  public static Optional<Path> newest(Path folder) throws IOException {
    return all(folder).stream().findFirst();
  }

  /// The day whose records a copy has.
  public static String day(Path copy) {
    String name = String.valueOf(copy.getFileName());
    return name.substring(BEGIN.length(), name.length() - END.length());
  }

  private void make(Path today) throws IOException {
    Path half = PrivateFile.closedFolder(folder).resolve("half");
    if (Files.getFileStore(folder).getUsableSpace() < database.bytes() + SPARE) {
      throw new IOException("the disk has no room for a copy");
    }
    try {
      database.jdbi().useHandle(handle -> handle.execute("backup to ?", half.toString()));
      try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(half, today, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private void forgetOld() throws IOException {
    for (Path old : all(folder).stream().skip(KEPT).toList()) {
      Files.delete(old);
    }
  }

  /// The newest first.
  private static List<Path> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches(BEGIN + "[0-9-]+" + END))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }
}
