// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.testprinter.PrintHost;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import java.io.IOException;
import java.time.InstantSource;

/// A CUPS queue, through the JDK's print services.
final class JavaxPrinterContractTest extends PrintHostContract {
  private static WorkerLaunch launch;
  private static PrintServices services;

  @BeforeAll
  static void openTheDesk() throws IOException {
    launch = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT);
    services = new PrintServices(launch::printServices, host().cups());
  }

  @AfterAll
  static void closeTheDesk() {
    services.close();
    launch.close();
  }

  @Override
  PrinterDriver fresh() {
    return new JavaxPrinter(services, PrintHost.QUEUE, InstantSource.system());
  }

  @Override
  boolean canBeAsked() {
    return false;
  }

  @Override
  PrinterDriver.Purge afterwards() {
    return PrinterDriver.Purge.UNSEEN;
  }
}
