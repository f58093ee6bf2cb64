// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Prints;
import io.secureprint.agent.pricing.Quote;

import java.util.Optional;

/// How the workflow hears of the money, within the unit of work that books it.
public record PrintSignals(Engine engine, Visits visits) implements Prints {
  @Override
  public void paid(String executionId, Intent intent) {
    engine.signal(
        executionId, "paid-" + intent.id(), new Signal(PrintJourney.PAID, facts(intent)));
  }

  @Override
  public void revoked(String executionId) {
    engine.cancel(executionId, PrintJourney.REFUNDED_OUTSIDE.code(), "gateway");
  }

  private Facts facts(Intent intent) {
    Optional<Quote> quote = visits.find(intent.executionId()).flatMap(Visit::quote);
    return Facts.of(PrintJourney.PAID_PAISE, intent.total().value())
        .and(PrintJourney.SHEETS, quote.map(paid -> paid.plan().sheets()).orElse(0))
        .and(PrintJourney.PRICES, quote.map(Quote::version).orElse(0));
  }
}
