// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.printing.FoundPrinters;
import io.secureprint.agent.printing.PrinterChoices;
import io.secureprint.agent.printing.Printers;
import io.secureprint.agent.printing.ProcessPool;
import io.secureprint.agent.printing.TestPrint;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.worker.Isolation;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/// Furnishes the room where documents are opened and sent to the printer, each by processes of their
/// own.
record PrintRoom(
    Isolation isolation,
    Launcher launcher,
    ProcessPool<WorkerCommand, WorkerEvent> workers,
    ProcessPool<SenderCommand, SenderEvent> senders,
    Printers printers,
    PrinterDriver printer) {
  /// The first processes warm up while everything else is put together.
  static PrintRoom open(OpenRooms open, AgentConfig.Printer chosen, Clock clock)
      throws IOException {
    WorkerLaunch launch =
        open.add(
            "launcher", new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT));
    Printers printers =
        open.add("printers", new Printers(launch::printServices, chosen.server(), clock));
    PrinterDriver printer = printers.driver(chosen.address());
    Launcher launcher = new Launcher(launch);
    var workers = open.add("workers", ProcessPool.documentWorkers(launcher));
    var senders = open.add("senders", ProcessPool.printSenders(launcher, printer.room()));
    Thread.ofVirtual()
        .name("warm-drivers")
        .start(
            () -> {
              workers.warmUp();
              senders.warmUp();
            });
    return new PrintRoom(launch.isolation(), launcher, workers, senders, printers, printer);
  }

  /// The printers around this PC, whose address in the network is `ours`; `folder` is offered for
  /// keeping PDFs.
  PrinterChoices choices(TestPrint testPrint, URI cups, InetAddress ours, Path folder) {
    return new FoundPrinters(printers, testPrint, new FoundPrinters.Place(cups, ours, folder));
  }

  /// How a test sheet gets to paper; `clock` has the shop's time zone.
  TestPrint testPrint(Ids ids, Clock clock) {
    return new TestPrint(launcher, ids, clock);
  }
}
