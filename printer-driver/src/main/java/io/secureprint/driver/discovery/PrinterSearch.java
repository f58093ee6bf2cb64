// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.discovery;

import io.secureprint.driver.api.ServiceEvent;
import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppOperation;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.JavaxPrinter;
import io.secureprint.driver.printer.PrintServices;
import io.secureprint.driver.printer.PrinterAddress;
import io.secureprint.driver.printer.PrinterFacts;
import io.secureprint.driver.printer.PrinterStatus;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks for printers wherever one may be. Every search ends in its time, and what cannot be asked is
/// not there.
public final class PrinterSearch {
  private static final int MOST_QUEUES = 100;

  private final IppClient client;
  private final IppLook look;
  private final PrintServices services;
  private final URI cups;
  private final InstantSource clock;

  /// `cups` is this PC's CUPS server, if it has one.
  public PrinterSearch(
      IppClient client, PrintServices services, URI cups, InstantSource clock) {
    this.client = client;
    this.look = new IppLook(client);
    this.services = services;
    this.cups = cups;
    this.clock = clock;
  }

  /// All printers, by their names. The network is listened to for so long at `ours`, this PC's
  /// address in it; then each printer is looked at, all at once, which takes ten seconds more where
  /// one does not answer.
  public List<FoundPrinter> everywhere(InetAddress ours, Duration listening) {
    List<Supplier<List<FoundPrinter>>> places =
        List.of(() -> inNetwork(ours, listening), this::queues, this::services);
    return Parallel.each(places, Supplier::get).stream()
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(FoundPrinter::name))
        .toList();
  }

  /// Those that announce themselves.
  public List<FoundPrinter> inNetwork(InetAddress ours, Duration listening) {
    return new NetworkPrinters(look).find(ours, listening);
  }

  /// The queues of this PC's CUPS.
  public List<FoundPrinter> queues() {
    URI server = URI.create("ipp://" + cups.getHost() + ":" + port() + "/");
    IppAnswer answer =
        client.call(
            server,
            IppOperation.CUPS_GET_PRINTERS,
            List.of(IppLook.USER, PrinterFacts.WANTED),
            List.of());
    return answer instanceof IppAnswer.Ok(IppMessage message)
        ? message.printers().stream()
            .limit(MOST_QUEUES)
            .map(PrinterFacts::read)
            .map(queue -> IppLook.found(queue, new PrinterAddress.Cups(cups, queue.queue())))
            .toList()
        : List.of();
  }

  /// The print services of this PC.
  public List<FoundPrinter> services() {
    return services.all() instanceof Answer.Got<List<ServiceEvent.Service>>(var all)
        ? all.stream().map(this::service).toList()
        : List.of();
  }

  /// What is at an address that a person typed.
  public Probe at(String typed) {
    Optional<TypedAddress> address = TypedAddress.parse(typed);
    if (address.isEmpty()) {
      return new Probe.Refused("ADDRESS_WRONG");
    }
    if (address.get().encrypted()) {
      return new Probe.Refused(FoundPrinter.ENCRYPTED);
    }
    String code = FoundPrinter.UNREACHABLE;
    for (URI place : address.get().places()) {
      switch (look.at(place)) {
        case IppLook.Seen.Printer(FoundPrinter printer) -> {
          return printer
              .problem()
              .<Probe>map(Probe.Refused::new)
              .orElseGet(() -> new Probe.Found(printer));
        }
        case IppLook.Seen.Other(String other) -> code = other;
        case IppLook.Seen.Nobody() -> {
          return new Probe.Refused(code);
        }
      }
    }
    return new Probe.Refused(code);
  }

  private FoundPrinter service(ServiceEvent.Service service) {
    PrinterStatus status = new JavaxPrinter(services, service.name(), clock).status();
    return new FoundPrinter(
        service.name(),
        new PrinterAddress.Service(service.name()),
        status.state(),
        service.capabilities(),
        status.reasons().stream().filter(JavaxPrinter.SPOOLER_MISSING::equals).findFirst());
  }

  private int port() {
    return cups.getPort() < 0 ? 631 : cups.getPort();
  }

  /// What came of looking at a typed address.
  public sealed interface Probe {
    record Found(FoundPrinter printer) implements Probe {}

    record Refused(String code) implements Probe {}
  }
}
