// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.ipp.IppClient;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// The contract, kept at a real print host.
abstract class PrintHostContract extends PrinterContract {
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

  static PrintHost host() {
    return host;
  }

  static IppClient client() {
    return client;
  }

  @Override
  int cameOut() throws IOException {
    return host.received().size();
  }

  @Override
  PrinterDriver.Purge afterwards() {
    return PrinterDriver.Purge.CLEAN;
  }
}
