// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.journey.OpenShop;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How long a customer who has paid waits for the printer to begin.
final class PrintBench implements Bench {
  private static final int PAGES = 5;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Comparison.Rounds ROUNDS = new Comparison.Rounds(2, 20);

  @Override
  public String name() {
    return "print";
  }

  @Override
  public String explanation() {
    return """
        From the shopkeeper's word that the cash is there until the printer (an `ippeveprinter` behind
        a CUPS queue) has the whole document and begins with it, for five pages of text, against `lp`
        of the same finished sheets to the same queue. Ours takes in what `lp` has no need of: the
        payment on record, the sheets (made while the customer paid) sealed in the sandbox, a print
        sender in a process of its own, a held job, the journal's word on disk, then the release. Then
        the same to the printer itself, past the queue, until it answers that it has accepted the
        document (seen by a relay before its socket), against `ipptool` with Print-Job. One customer
        at a time, at a shop that has nothing else to do.
        """;
  }

  @Override
  public List<Comparison> measure(Path folder) throws Exception {
    try (PrintHost host = PrintHost.start(folder.resolve("host"));
        OpenShop shop = OpenShop.open(folder.resolve("data"), host, Map.of());
        PrinterRelay relay = PrinterRelay.before(host.printer());
        OpenShop direct = OpenShop.open(folder.resolve("direct"), host, past(relay))) {
      PrinterDoor door = new PrinterDoor(host, folder.resolve("host/received"));
      byte[] document = TestPdf.plainText(PAGES, "What a customer brings");
      paid(shop, door::millisAfter, document);
      Path sheets = folder.resolve("sheets.pdf");
      Files.copy(host.received().getFirst(), sheets, StandardCopyOption.REPLACE_EXISTING);
      return List.of(
          Comparison.interleaved(
              new Comparison.Subject("paid → printing", () -> paid(shop, door::millisAfter, document)),
              new Comparison.Subject("`lp`", () -> lp(door, sheets)),
              "ms",
              ROUNDS),
          Comparison.interleaved(
              new Comparison.Subject(
                  "paid → accepted, direct", () -> paid(direct, relay::millisAfter, document)),
              new Comparison.Subject("`ipptool`", () -> ipptool(relay, sheets)),
              "ms",
              ROUNDS));
    }
  }

  private static Map<String, String> past(PrinterRelay relay) {
    return Map.of("printer.kind", "ipp", "printer.uri", relay.address().toString());
  }

  /// Milliseconds. The session is over when it returns.
  private static double paid(OpenShop shop, Stopwatch watch, byte[] document) throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, "document.pdf", document);
      OpenShop.wantToPay(phone, quote);
      Rest.await();
      double took = watch.millisAfter(() -> shop.takeCash(session.session(), quote.cash()));
      phone.await(AgentMessage.Receipt.class);
      return took;
    }
  }

  private static double lp(PrinterDoor door, Path sheets) throws Exception {
    String[] command = {
      "lp", "-h", door.server(), "-d", PrintHost.QUEUE,
      "-o", "media=A4", "-o", "sides=one-sided", sheets.toString()
    };
    double took =
        door.millisAfter(
            () -> new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
    await().atMost(LONG).until(door::queueIsEmpty);
    return took;
  }

  private static double ipptool(PrinterRelay relay, Path sheets) throws Exception {
    String[] command = {
      "ipptool", "-q", "-f", sheets.toString(), relay.address().toString(), "print-job.test"
    };
    return relay.millisAfter(() -> new ProcessBuilder(command).start());
  }

  /// Where documents arrive at the printer.
  private record PrinterDoor(PrintHost host, Path received) {
    String server() {
      return host.cups().getAuthority();
    }

    /// From the call until the printer has the next document, in milliseconds.
    double millisAfter(Order order) throws Exception {
      try (WatchService watch = received.getFileSystem().newWatchService()) {
        received.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        long start = System.nanoTime();
        order.give();
        if (watch.poll(LONG.toSeconds(), TimeUnit.SECONDS) == null) {
          throw new IOException("nothing came to the printer");
        }
        return (System.nanoTime() - start) / 1e6;
      }
    }

    boolean queueIsEmpty() throws IOException {
      Process lpstat = new ProcessBuilder("lpstat", "-h", server(), "-o").start();
      return lpstat.inputReader().lines().findAny().isEmpty();
    }
  }

  @FunctionalInterface
  interface Order {
    void give() throws IOException;
  }

  /// Milliseconds from an order until what is measured.
  @FunctionalInterface
  private interface Stopwatch {
    double millisAfter(Order order) throws Exception;
  }
}
