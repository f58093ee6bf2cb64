// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.discovery.PrinterSearch;
import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.printer.CupsQueue;
import io.secureprint.driver.printer.FolderPrinter;
import io.secureprint.driver.printer.IppPrinter;
import io.secureprint.driver.printer.JavaxPrinter;
import io.secureprint.driver.printer.PrintServices;
import io.secureprint.driver.printer.PrinterAddress;
import io.secureprint.driver.printer.PrinterDriver;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// Makes a driver for a printer's address.
public final class Printers implements AutoCloseable {
  private final IppClient client = new IppClient();
  private final PrintServices services;
  private final PrinterSearch search;
  private final InstantSource clock;

  /// `starter` starts the process that knows this PC's print services, those of `cups` among them.
  public Printers(PrintServices.Starter starter, URI cups, InstantSource clock) {
    this.services = new PrintServices(starter, cups);
    this.search = new PrinterSearch(client, services, cups, clock);
    this.clock = clock;
  }

  /// Finds printers in the network, at this PC, and where a person says that one is.
  public PrinterSearch search() {
    return search;
  }

  /// A driver of its own for that printer.
  ///
  /// @throws IOException if the folder of a virtual printer cannot be made
  public PrinterDriver driver(PrinterAddress address) throws IOException {
    return switch (address) {
      case PrinterAddress.Ipp(URI printer) -> new IppPrinter(client, printer, clock);
      case PrinterAddress.Cups(URI server, String queue) ->
          new CupsQueue(client, server, queue, clock);
      case PrinterAddress.Service(String name) -> new JavaxPrinter(services, name, clock);
      case PrinterAddress.Folder(Path folder) ->
          new FolderPrinter(Files.createDirectories(folder));
    };
  }

  @Override
  public void close() {
    services.close();
    client.close();
  }
}
