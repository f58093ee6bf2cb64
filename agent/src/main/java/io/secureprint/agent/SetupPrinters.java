// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.printing.FoundPrinters;
import io.secureprint.agent.printing.PrinterChoices;
import io.secureprint.agent.printing.Printers;
import io.secureprint.agent.printing.TestPrint;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/// The printers around a PC on which no shop is open yet.
public final class SetupPrinters implements AutoCloseable {
  private static final URI CUPS = URI.create("http://127.0.0.1:631");

  private final OpenRooms open = new OpenRooms();
  private final PrinterChoices choices;

  /// `folder` is offered for keeping PDFs.
  public SetupPrinters(Path folder) throws IOException {
    WorkerLaunch launch =
        open.add("launcher", new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT));
    Clock clock = Clock.system(Stores.INDIA);
    Printers printers = open.add("printers", new Printers(launch::printServices, CUPS, clock));
    choices =
        new FoundPrinters(
            printers,
            new TestPrint(new Launcher(launch), Ids.secure(), clock),
            new FoundPrinters.Place(CUPS, LanAddress.find("auto"), folder));
  }

  public PrinterChoices choices() {
    return choices;
  }

  @Override
  public void close() {
    open.close();
  }
}
