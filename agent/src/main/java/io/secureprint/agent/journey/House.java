// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.audit.ShopKey;
import io.secureprint.agent.destruction.Destruction;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.pricing.Pricing;
import io.secureprint.agent.printing.DriverLauncher;
import io.secureprint.agent.printing.WorkerPool;
import io.secureprint.agent.session.Sessions;
import io.secureprint.driver.printer.PrinterDriver;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// The rooms that a journey passes through, put together once by the agent.
public record House(
    Sign sign,
    Sessions sessions,
    WorkerPool workers,
    DriverLauncher launcher,
    PrinterDriver printer,
    Pricing pricing,
    Destruction destruction,
    Clock clock,
    Ids ids) {

  /// What a shop says of itself: its name, its key, this program's build, what protections the PC
  /// lacks, and how long it waits for a payment.
  public record Sign(
      String shop, ShopKey key, String build, List<String> hostFlags, Duration paymentWait) {
    public Sign {
      hostFlags = List.copyOf(hostFlags);
    }
  }

  /// Money and workflow, which in their turn need the journeys.
  public record Office(Cashier cashier, Engine engine) {}
}
