// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.audit.ShopKey;
import io.secureprint.agent.destruction.Destruction;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.kernel.Ids;
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
    Rules rules,
    Sessions sessions,
    WorkerPool workers,
    DriverLauncher launcher,
    PrinterDriver printer,
    Pricing pricing,
    Destruction destruction,
    Lane lane,
    Receipts receipts,
    Clock clock,
    Ids ids) {

  /// What customers may choose: the papers that have a price, and what the printer can do with them.
  AgentMessage.Choices choices() {
    return new AgentMessage.Choices(pricing.papers(), true, true);
  }

  /// What a shop says of itself: its name, its key, this program's build, and what protections the PC
  /// lacks.
  public record Sign(String shop, ShopKey key, String build, List<String> hostFlags) {
    public Sign {
      hostFlags = List.copyOf(hostFlags);
    }
  }

  /// How long a payment is awaited, how long paid sheets wait for a printer that does not get on, and
  /// whether the printer is one for practice, which no live money may print to (decision 4); and the
  /// ways to pay that customers may choose.
  public record Rules(
      Duration paymentWait, Duration printHold, boolean testPrinter, List<PayMethod> methods) {
    public Rules {
      methods = List.copyOf(methods);
    }
  }
}
