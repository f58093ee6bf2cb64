// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.audit.ShopKey;
import io.secureprint.agent.destruction.Destroyed;
import io.secureprint.agent.destruction.Destruction;
import io.secureprint.agent.destruction.Receipts;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.pricing.Pricing;
import io.secureprint.agent.printing.Lane;
import io.secureprint.agent.printing.ProcessPool;
import io.secureprint.agent.session.Sessions;
import io.secureprint.driver.api.SenderCommand;
import io.secureprint.driver.api.SenderEvent;
import io.secureprint.driver.api.WorkerCommand;
import io.secureprint.driver.api.WorkerEvent;
import io.secureprint.driver.printer.PrinterDriver;
import io.secureprint.driver.printer.PrinterStatus;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The rooms that a journey passes through, put together once by the agent.
public record House(
    Sign sign,
    Rules rules,
    Sessions sessions,
    ProcessPool<WorkerCommand, WorkerEvent> workers,
    ProcessPool<SenderCommand, SenderEvent> senders,
    PrinterDriver printer,
    Pricing pricing,
    Offering offering,
    Destruction destruction,
    Lane lane,
    Receipts receipts,
    Clock clock,
    Ids ids) {

  /// Why no money is asked for just now: the shop is closed, or its printer is known to be dead.
  Optional<String> moneyTrouble() {
    return sessions.isClosed() ? Optional.of("SHOP_CLOSED") : printerTrouble();
  }

  /// Why nothing can print just now, as far as that is known.
  Optional<String> printerTrouble() {
    if (!lane.isOpen()) {
      return Optional.of(Destroyed.SPOOL);
    }
    return printer.status().state() == PrinterStatus.State.UNREACHABLE
        ? Optional.of("PRINTER_UNREACHABLE")
        : Optional.empty();
  }

  /// What customers may choose just now.
  AgentMessage.Choices choices() {
    return offering.choices();
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
