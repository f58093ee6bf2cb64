// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.driver.discovery.FoundPrinter;
import io.secureprint.driver.testprinter.PrintHost;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// Sets real printers up in a network of its own, and says which are found there.
final class NetworkSearch {
  private NetworkSearch() {}

  /// Arguments: an empty folder, this host's address.
  public static void main(String[] arguments) throws Exception {
    String here = arguments[1];
    try (PrintHost host = PrintHost.start(Path.of(arguments[0]));
        WorkerLaunch launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT);
        Printers printers =
            new Printers(launch::printServices, host.cups(), InstantSource.system())) {
      host.add(here, "Hall", "-2", "-s", "20,10", "-f", "application/pdf");
      host.add(here, "Small", "-f", "image/urf");
      PrintHost.Added off = host.add(here, "Off", "-2", "-f", "application/pdf");
      // Stopped, it still stands in the network's books.
      new ProcessBuilder("kill", "-STOP", Long.toString(off.pid())).start().waitFor();
      for (FoundPrinter found :
          printers.search().everywhere(InetAddress.getByName(here), Duration.ofSeconds(2))) {
        System.out.println(
            String.join(
                " ",
                found.name(),
                found.address().toString(),
                found.state().toString(),
                found.capabilities().duplex() ? "duplex" : "simplex",
                found.problem().orElse("usable")));
      }
      off.kill();
    }
  }
}
