// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.driver.discovery.FoundPrinter;
import io.secureprint.driver.discovery.PrinterSearch;
import io.secureprint.driver.discovery.PrinterSearch.Probe;
import io.secureprint.driver.printer.PrinterAddress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The printers around this PC: those of its CUPS, its print services, those that announce themselves
/// in the network, what a person names, and a folder that keeps what is printed. Thread-safe.
public final class FoundPrinters implements PrinterChoices {
  private static final Duration LISTENING = Duration.ofSeconds(3);
  private static final Duration TEST = Duration.ofSeconds(90);

  private final Printers printers;
  private final TestPrint testPrint;
  private final Place place;
  private final Observable<List<PrinterChoice>> found;

  /// Where to look: this PC's CUPS, its address in the network, and the folder to offer.
  public record Place(URI cups, InetAddress ours, Path folder) {}

  public FoundPrinters(Printers printers, TestPrint testPrint, Place place) {
    this.printers = printers;
    this.testPrint = testPrint;
    this.place = place;
    this.found =
        new Observable<>(List.of(choice("PDF", new PrinterAddress.Folder(place.folder()))));
  }

  @Override
  public Observable<List<PrinterChoice>> found() {
    return found;
  }

  @Override
  public void look() {
    List<FoundPrinter> around =
        printers.search().everywhere(place.ours(), LISTENING).stream()
            .filter(printer -> printer.problem().isEmpty())
            .toList();
    Set<String> queues =
        around.stream()
            .filter(printer -> printer.address() instanceof PrinterAddress.Cups)
            .map(FoundPrinter::name)
            .collect(Collectors.toSet());
    around.stream()
        .filter(printer -> !(isService(printer) && queues.contains(printer.name())))
        .map(printer -> choice(printer.name(), printer.address()))
        .forEach(this::join);
  }

  @Override
  public Optional<PrinterChoice> of(Map<String, String> settings) {
    Optional<PrinterChoice> named =
        address(settings, place.cups()).map(address -> choice(name(address), address));
    return named.map(this::join);
  }

  @Override
  public Added add(String typed) {
    String name = typed.strip();
    Optional<Path> folder = folder(name);
    if (folder.isPresent()) {
      return known("PDF", new PrinterAddress.Folder(folder.get()));
    }
    Optional<FoundPrinter> here =
        Stream.of(printers.search())
            .flatMap(search -> Stream.concat(search.queues().stream(), services(search)))
            .filter(printer -> name(printer.address()).equals(name))
            .findFirst();
    if (here.isPresent()) {
      return here.get()
          .problem()
          .<Added>map(Added.Refused::new)
          .orElseGet(() -> known(here.get().name(), here.get().address()));
    }
    return switch (printers.search().at(name)) {
      case Probe.Found(FoundPrinter printer) -> known(printer.name(), printer.address());
      case Probe.Refused(String code) -> new Added.Refused(code);
    };
  }

  @Override
  public Trial testSheet(PrinterChoice choice) {
    Optional<PrinterAddress> address = address(choice.settings(), place.cups());
    if (address.isEmpty()) {
      return new Trial.Refused("PRINTER_NOT_CHOSEN");
    }
    try {
      return trial(testPrint.print(printers.driver(address.get()), choice.name(), TEST));
    } catch (IOException _) {
      return new Trial.Refused("FOLDER_NOT_WRITABLE");
    }
  }

  private static Trial trial(TestPrint.Ending ending) {
    return switch (ending) {
      case TestPrint.Ending.Printed() -> new Trial.SheetSent();
      case TestPrint.Ending.NotPrinted(String code, List<String> reasons) ->
          new Trial.Refused(inTheWay(reasons).orElse(code));
      case TestPrint.Ending.Unknown(List<String> reasons) ->
          inTheWay(reasons).<Trial>map(Trial.Refused::new).orElseGet(Trial.SheetSent::new);
    };
  }

  /// The first of a printer's reasons that people are told in words.
  private static Optional<String> inTheWay(List<String> reasons) {
    return reasons.stream()
        .map(Problems::plain)
        .filter(reason -> Problems.find(reason).isPresent())
        .findFirst();
  }

  private Added known(String name, PrinterAddress address) {
    return new Added.Known(join(choice(name, address)));
  }

  /// What is known already keeps the name by which it was found.
  private synchronized PrinterChoice join(PrinterChoice choice) {
    List<PrinterChoice> all = found.get();
    Optional<PrinterChoice> before =
        all.stream().filter(each -> each.settings().equals(choice.settings())).findFirst();
    if (before.isPresent()) {
      return before.get();
    }
    List<PrinterChoice> next = new ArrayList<>(all);
    next.addFirst(choice);
    found.set(List.copyOf(next));
    return choice;
  }

  private static Stream<FoundPrinter> services(PrinterSearch search) {
    return search.services().stream();
  }

  private static boolean isService(FoundPrinter printer) {
    return printer.address() instanceof PrinterAddress.Service;
  }

  private static Optional<Path> folder(String typed) {
    try {
      return Optional.of(Path.of(typed)).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<PrinterAddress> address(Map<String, String> settings, URI cups) {
    String queue = settings.getOrDefault("printer.queue", "");
    String uri = settings.getOrDefault("printer.uri", "");
    String folder = settings.getOrDefault("printer.folder", "");
    return switch (settings.getOrDefault("printer.kind", "")) {
      case "cups" -> when(queue, () -> new PrinterAddress.Cups(cups, queue));
      case "javax" -> when(queue, () -> new PrinterAddress.Service(queue));
      case "ipp" -> when(uri, () -> new PrinterAddress.Ipp(URI.create(uri)));
      case "folder" -> when(folder, () -> new PrinterAddress.Folder(Path.of(folder)));
      default -> Optional.empty();
    };
  }

  private static Optional<PrinterAddress> when(
      String named, Supplier<PrinterAddress> address) {
    return named.isEmpty() ? Optional.empty() : Optional.of(address.get());
  }

  private static String name(PrinterAddress address) {
    return switch (address) {
      case PrinterAddress.Ipp(URI printer) -> printer.getHost();
      case PrinterAddress.Cups(_, String queue) -> queue;
      case PrinterAddress.Service(String name) -> name;
      case PrinterAddress.Folder _ -> "PDF";
    };
  }

  private static PrinterChoice choice(String name, PrinterAddress address) {
    return switch (address) {
      case PrinterAddress.Ipp(URI printer) ->
          chosen(name, printer.toString(), "ipp", "uri", printer.toString());
      case PrinterAddress.Cups(_, String queue) -> chosen(name, "CUPS", "cups", "queue", queue);
      case PrinterAddress.Service(String service) ->
          chosen(name, "javax.print", "javax", "queue", service);
      case PrinterAddress.Folder(Path folder) ->
          chosen(name, folder.toString(), "folder", "folder", folder.toString());
    };
  }

  private static PrinterChoice chosen(
      String name, String where, String kind, String key, String value) {
    boolean keeps = kind.equals("folder");
    return new PrinterChoice(
        name,
        where,
        keeps,
        Map.of(
            "printer.kind", kind,
            "printer." + key, value,
            "printer.keepsCopy", Boolean.toString(keeps),
            "printer.test", "false"));
  }
}
