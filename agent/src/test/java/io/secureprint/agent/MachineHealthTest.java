// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.Health;
import io.secureprint.agent.observe.Health.Kind;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.Health.State;
import io.secureprint.agent.observe.History;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// What a PC in trouble says of itself.
final class MachineHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-21T05:10:00Z");
  private static final long ONE_MEBIBYTE = 1 << 20;

  @TempDir private Path folder;
  private final OpenRooms open = new OpenRooms();
  private PrintRoom room;
  private Instant newest = NOW;
  private Duration gatewayAhead = Duration.ZERO;

  @BeforeEach
  void furnish() throws Exception {
    Files.createDirectories(folder.resolve("data/db"));
    AgentConfig.Printer printer =
        new AgentConfig.Printer(
            "folder", URI.create("ipp://localhost"), "", null, folder.toString(), true, false);
    room = PrintRoom.open(open, printer, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void aDiskIsLowBeforeItIsFullAndTellsWhenItIsGone() throws Exception {
    long free = Files.getFileStore(folder).getUsableSpace();
    assertThat(part(Kind.DISK, ONE_MEBIBYTE).state()).isEqualTo(State.OK);
    assertThat(part(Kind.DISK, free / 5))
        .extracting(Part::state, Part::code)
        .containsExactly(State.NEEDS_HAND, "STORAGE_LOW");
    assertThat(part(Kind.DISK, free * 2))
        .extracting(Part::state, Part::code)
        .containsExactly(State.FAILED, "STORAGE_FULL");
  }

  @Test
  void aClockBehindTheBooksIsTold() throws Exception {
    newest = NOW.plusSeconds(59);
    assertThat(part(Kind.CLOCK, ONE_MEBIBYTE).state()).isEqualTo(State.OK);
    newest = NOW.plusSeconds(61);
    assertThat(part(Kind.CLOCK, ONE_MEBIBYTE).code()).isEqualTo("CLOCK_BEHIND");
  }

  @Test
  void aClockThatDiffersFromTheGatewaysIsTold() throws Exception {
    gatewayAhead = Duration.ofMinutes(-2);
    assertThat(part(Kind.CLOCK, ONE_MEBIBYTE).state()).isEqualTo(State.OK);
    gatewayAhead = Duration.ofSeconds(-121);
    assertThat(part(Kind.CLOCK, ONE_MEBIBYTE).code()).isEqualTo("CLOCK_WRONG");
    assertThat(part(Kind.CLOCK, ONE_MEBIBYTE).facts())
        .extracting(Health.Fact::about)
        .containsExactly(Health.About.TIME, Health.About.GATEWAY_TIME);
  }

  @Test
  void processesThatCannotStartAnyMoreAreTold() throws Exception {
    assertThat(part(Kind.WORKERS, ONE_MEBIBYTE).code()).isIn(null, "SANDBOX_MISSING");
    open.close();
    assertThat(part(Kind.WORKERS, ONE_MEBIBYTE).code()).isEqualTo("WORKER_UNAVAILABLE");
  }

  private Part part(Kind kind, long largestFile) throws Exception {
    MachineHealth health =
        new MachineHealth(
            new Folders(folder.resolve("data")),
            new Past(),
            room,
            Clock.fixed(NOW, ZoneOffset.UTC),
            () -> gatewayAhead,
            largestFile);
    for (var probe : health.probes()) {
      if (probe.kind() == kind) {
        return probe.look().call().getFirst();
      }
    }
    throw new AssertionError("nobody looks at " + kind);
  }

  private final class Past implements History {
    @Override
    public List<Row> search(Query query) {
      return List.of(
          new Row("e", "c", "w", "n", "COMPLETED", null, 1, 1, new Paise(100), newest, null));
    }

    @Override
    public Figures figures(Filter filter) {
      throw new AssertionError("nobody adds up");
    }

    @Override
    public List<Step> steps(String executionId) {
      return List.of();
    }
  }
}
