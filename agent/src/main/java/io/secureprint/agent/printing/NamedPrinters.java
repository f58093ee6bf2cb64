// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.agent.kernel.Observable;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.printer.CupsQueue;
import io.secureprint.driver.printer.FolderPrinter;
import io.secureprint.driver.printer.IppPrinter;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.printer.PrinterStatus;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Printers that a person names: a queue of this PC's CUPS, the address of a printer that speaks IPP,
/// or a folder that keeps what is printed. Thread-safe.
public final class NamedPrinters implements PrinterChoices {
  private static final Pattern QUEUE = Pattern.compile("[!-~&&[^/#?:]]{1,127}");
  private static final String KIND = "printer.kind";

  private final IppClient client = new IppClient();
  private final URI cups;
  private final Observable<List<PrinterChoice>> found;

  /// `cups` is the server whose queues are meant; `folder` is offered for keeping PDFs.
  public NamedPrinters(URI cups, Path folder) {
    this.cups = cups;
    this.found = new Observable<>(List.of(folder(folder)));
  }

  @Override
  public Observable<List<PrinterChoice>> found() {
    return found;
  }

  @Override
  public synchronized Added add(String typed) {
    Optional<PrinterChoice> choice = choice(typed.strip());
    if (choice.isEmpty()) {
      return new Added.Refused("PRINTER_NOT_UNDERSTOOD");
    }
    List<PrinterChoice> next = new ArrayList<>(found.get());
    next.remove(choice.get());
    next.addFirst(choice.get());
    found.set(List.copyOf(next));
    return new Added.Known(choice.get());
  }

  @Override
  public Trial testSheet(PrinterChoice choice) {
    try {
      PrinterStatus status = driver(choice).status();
      return switch (status.state()) {
        case IDLE, PROCESSING -> new Trial.Answers();
        case UNREACHABLE -> new Trial.Refused("PRINTER_UNREACHABLE");
        case STOPPED ->
            new Trial.Refused(status.reasons().stream().findFirst().orElse("PRINTER_STOPPED"));
      };
    } catch (IOException _) {
      return new Trial.Refused("FOLDER_NOT_WRITABLE");
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private PrinterDriver driver(PrinterChoice choice) throws IOException {
    return switch (choice.settings().getOrDefault(KIND, "")) {
      case "folder" -> new FolderPrinter(Files.createDirectories(Path.of(choice.where())));
      case "ipp" -> new IppPrinter(client, URI.create(choice.where()));
      default -> new CupsQueue(client, cups, choice.name());
    };
  }

  private static Optional<PrinterChoice> choice(String typed) {
    if (typed.contains("://")) {
      return address(typed);
    }
    try {
      if (Path.of(typed).isAbsolute()) {
        return Optional.of(folder(Path.of(typed)));
      }
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
    return QUEUE.matcher(typed).matches()
        ? Optional.of(new PrinterChoice(typed, "CUPS", false, settings("cups", "queue", typed)))
        : Optional.empty();
  }

  private static Optional<PrinterChoice> address(String typed) {
    try {
      URI uri = new URI(typed);
      boolean ipp = "ipp".equals(uri.getScheme()) && uri.getHost() != null;
      return ipp
          ? Optional.of(
              new PrinterChoice(uri.getHost(), typed, false, settings("ipp", "uri", typed)))
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static PrinterChoice folder(Path folder) {
    return new PrinterChoice(
        "PDF", folder.toString(), true, settings("folder", "folder", folder.toString()));
  }

  private static Map<String, String> settings(String kind, String key, String value) {
    return Map.of(
        KIND, kind,
        "printer." + key, value,
        "printer.keepsCopy", Boolean.toString(kind.equals("folder")),
        "printer.test", "false");
  }
}
