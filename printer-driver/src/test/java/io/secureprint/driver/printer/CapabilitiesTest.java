// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// What real printers say they can do.
final class CapabilitiesTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir private static Path folder;
  private static PrintHost host;
  private static IppClient client;

  @BeforeAll
  static void openTheShop() throws IOException {
    host = PrintHost.start(folder.resolve("host"));
    client = new IppClient();
  }

  @AfterAll
  static void closeTheShop() throws IOException {
    client.close();
    host.close();
  }

  @Test
  void aSmallOfficePrinterIsNotTakenForMore() throws IOException {
    PrintHost.Added small =
        host.add("localhost", "Small", "-M", "Acme", "-m", "One", "-s", "10", "-f", "image/urf");
    assertThat(new IppPrinter(client, small.printer()).capabilities())
        .isInstanceOfSatisfying(
            Answer.Got.class,
            got -> {
              Capabilities told = (Capabilities) got.value();
              assertThat(told.model()).isEqualTo("Acme One");
              assertThat(told.duplex()).isFalse();
              assertThat(told.colour()).isFalse();
              assertThat(told.pdf()).isFalse();
            });
  }

  @Test
  void aPrinterThatSaysNothingOfItselfCanNothing() {
    assertThat(PrinterFacts.read(new IppMessage.Group(4, List.of())).capabilities())
        .isEqualTo(new Capabilities("", false, false, Set.of(), Set.of(), false));
  }

  @Test
  void aPrinterThatIsSwitchedOffStillCanWhatItCould() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(START);
    PrintHost.Added brief = host.add("localhost", "Brief", "-2", "-f", "application/pdf");
    IppPrinter printer = new IppPrinter(client, brief.printer(), now::get);
    Answer<Capabilities> told = printer.capabilities();
    assertThat(told).isInstanceOf(Answer.Got.class);
    brief.kill();
    now.set(START.plusSeconds(3_600));
    assertThat(printer.capabilities()).isEqualTo(told);
    assertThat(new IppPrinter(client, brief.printer()).capabilities())
        .isInstanceOf(Answer.Silent.class);
  }

  @Test
  void aPrinterIsAskedAnewOnceAMinute() {
    AtomicReference<Instant> now = new AtomicReference<>(START);
    Deque<String> models = new ArrayDeque<>(List.of("first", "second"));
    InstantSource clock = now::get;
    KnownCapabilities known = new KnownCapabilities(clock, () -> named(models.removeFirst()));
    assertThat(known.get()).isEqualTo(named("first"));
    now.set(START.plus(Duration.ofSeconds(59)));
    assertThat(known.get()).isEqualTo(named("first"));
    now.set(START.plus(Duration.ofSeconds(60)));
    assertThat(known.get()).isEqualTo(named("second"));
  }

  private static Answer<Capabilities> named(String model) {
    return new Answer.Got<>(
        new Capabilities(model, false, false, Set.of(Paper.A4), Set.of(), true));
  }
}
