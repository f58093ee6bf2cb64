// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.observe.Health.About;
import io.secureprint.agent.observe.Health.Fact;
import io.secureprint.agent.observe.Health.Kind;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.Health.State;
import io.secureprint.agent.observe.HealthCheck.Probe;
import io.secureprint.agent.observe.History;
import io.secureprint.driver.worker.Isolation;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// How the PC and the program on it are, found out by using them.
///
/// @param clock in the shop's time zone
/// @param gatewayAhead how far the gateway's clock is ahead of this PC's
/// @param largestFile bytes of the largest file that a customer may send
record MachineHealth(
    Folders folders,
    History history,
    PrintRoom room,
    Clock clock,
    Supplier<Duration> gatewayAhead,
    long largestFile) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
  /// So many of the largest files must fit before somebody is told to make room.
  private static final int ROOM_FOR = 10;
  /// What clocks that are set right may differ by.
  private static final Duration SETTING = Duration.ofMinutes(1);

  List<Probe> probes() {
    return List.of(
        new Probe(Kind.DISK, () -> List.of(disk())),
        new Probe(Kind.WORKERS, () -> List.of(workers())),
        new Probe(Kind.CLOCK, () -> List.of(clockSet())),
        new Probe(Kind.VERSION, () -> List.of(version())));
  }

  private List<History.Row> newest() {
    return history.search(new History.Query("", null, 1));
  }

  private Part disk() throws IOException {
    if (!writable()) {
      Fact folder = new Fact(About.FOLDER, folders.data().toAbsolutePath().toString());
      return Part.well(Kind.DISK, List.of(folder)).but(State.FAILED, "STORAGE_FAILED");
    }
    FileStore store = Files.getFileStore(folders.data());
    long free = store.getUsableSpace();
    Part part =
        Part.well(
            Kind.DISK,
            List.of(
                new Fact(About.FREE, size(free) + " / " + size(store.getTotalSpace())),
                new Fact(About.FOLDER, folders.data().toAbsolutePath().toString())));
    if (free < largestFile) {
      return part.but(State.FAILED, "STORAGE_FULL");
    }
    return free / ROOM_FOR < largestFile ? part.but(State.NEEDS_HAND, "STORAGE_LOW") : part;
  }

  private boolean writable() {
    Path probe = folders.data().resolve(".health");
    try {
      Files.writeString(probe, "written");
      Files.delete(probe);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Starts the processes that wait for the next customer where there are none.
  private Part workers() {
    boolean sandboxed = room.isolation() == Isolation.SANDBOXED;
    Part part =
        Part.well(
            Kind.WORKERS, List.of(new Fact(About.SANDBOX, sandboxed ? "bubblewrap" : "–")));
    if (!room.workers().isReady() || !room.senders().isReady()) {
      return part.but(State.FAILED, "WORKER_UNAVAILABLE");
    }
    return sandboxed ? part : part.but(State.NEEDS_HAND, "SANDBOX_MISSING");
  }

  /// Nothing that is in the books can be yet to come, and the gateway's clock is right.
  private Part clockSet() {
    Instant now = clock.instant();
    Duration ahead = gatewayAhead.get();
    List<Fact> facts = new ArrayList<>(List.of(new Fact(About.TIME, time(now))));
    if (!ahead.isZero()) {
      facts.add(new Fact(About.GATEWAY_TIME, time(now.plus(ahead))));
    }
    Part part = Part.well(Kind.CLOCK, facts);
    if (ahead.abs().compareTo(MoneyRoom.WRONG_TIME) > 0) {
      return part.but(State.NEEDS_HAND, "CLOCK_WRONG");
    }
    boolean behind =
        newest().stream().anyMatch(row -> row.startedAt().isAfter(now.plus(SETTING)));
    return behind ? part.but(State.NEEDS_HAND, "CLOCK_BEHIND") : part;
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(clock.getZone()));
  }

  private static Part version() {
    return Part.well(
        Kind.VERSION,
        List.of(
            new Fact(About.PROGRAM, Build.id()),
            new Fact(About.JAVA, Runtime.version().toString()),
            new Fact(
                About.SYSTEM,
                System.getProperty("os.name") + " " + System.getProperty("os.version"))));
  }

  static String size(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
