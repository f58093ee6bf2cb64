// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.pricing.Pricing;
import io.secureprint.driver.api.Capabilities;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.printer.Answer;
import io.secureprint.driver.printer.PrinterDriver;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// What customers may choose: the papers that have a price, and what the printer can do with them as
/// far as it has said so. Only the first question may have to wait for the printer. Thread-safe.
public final class Offering {
  /// Of a printer that has never said anything.
  private static final Capabilities LEAST =
      new Capabilities("", false, false, Set.of(Paper.A4), Set.of(), true);

  private final PrinterDriver printer;
  private final Pricing pricing;
  private volatile @Nullable Capabilities known;

  public Offering(PrinterDriver printer, Pricing pricing) {
    this.printer = printer;
    this.pricing = pricing;
  }

  /// Asks the printer, which may take its time. Called every few seconds.
  synchronized void refresh() {
    if (printer.capabilities() instanceof Answer.Got<Capabilities>(Capabilities said)) {
      known = said;
    } else if (known == null) {
      known = LEAST;
    }
  }

  AgentMessage.Choices choices() {
    if (known == null) {
      refresh();
    }
    Capabilities can = known == null ? LEAST : known;
    return new AgentMessage.Choices(
        pricing.papers().stream().filter(can.papers()::contains).toList(),
        can.colour(),
        can.duplex());
  }
}
