// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.printing;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.driver.testprinter.PrintHost;
import io.secureprint.driver.worker.WorkLimits;
import io.secureprint.driver.worker.WorkerLaunch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;

/// A real CUPS with a real printer behind it, for all tests of a class, and the processes that print.
final class RealPrinters implements BeforeAllCallback, AfterAllCallback {
  private final Supplier<Path> folder;
  private @Nullable PrintHost host;
  private @Nullable WorkerLaunch launch;
  private @Nullable Printers printers;

  /// `folder` is a temporary one.
  RealPrinters(Supplier<Path> folder) {
    this.folder = folder;
  }

  PrintHost host() {
    return Objects.requireNonNull(host, "not begun");
  }

  Printers printers() {
    return Objects.requireNonNull(printers, "not begun");
  }

  /// `clock` has the shop's time zone.
  TestPrint testPrint(Clock clock) {
    WorkerLaunch started = Objects.requireNonNull(launch, "not begun");
    return new TestPrint(new StartedDrivers(started), Ids.secure(), clock);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    PrintHost begun = PrintHost.start(folder.get().resolve("host"));
    WorkerLaunch started = new WorkerLaunch(WorkerLaunch.ownClassPath(), WorkLimits.DEFAULT);
    host = begun;
    launch = started;
    printers = new Printers(started::printServices, begun.cups(), Clock.systemUTC());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    printers().close();
    Objects.requireNonNull(launch, "not begun").close();
    host().close();
  }
}
