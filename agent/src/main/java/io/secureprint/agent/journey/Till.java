// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.pricing.Quote;
import io.secureprint.agent.session.SessionState;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The money of visits under way: what is asked for, taken, and no longer awaited.
final class Till {
  private static final Logger LOG = LoggerFactory.getLogger(Till.class);

  private final Cashier cashier;
  private final Engine engine;
  private final InstantSource clock;
  private final Duration wait;

  /// `wait` is how long a payment is awaited.
  Till(Cashier cashier, Engine engine, InstantSource clock, Duration wait) {
    this.cashier = cashier;
    this.engine = engine;
    this.clock = clock;
    this.wait = wait;
  }

  /// The customer wants to pay this quote.
  void pay(Visit visit, String quoteId) {
    Optional<Quote> quote = visit.quote().filter(known -> known.id().equals(quoteId));
    Optional<String> seal = quote.flatMap(visit::seal);
    if (quote.isEmpty() || seal.isEmpty()) {
      visit.send(Messages.problem(PhoneMessage.Pay.class, "QUOTE_CHANGED"));
      return;
    }
    if (visit.session().tryMove(SessionState.AWAITING, clock.instant())
        && FrozenQuote.freeze(quote.get(), visit.session().context())) {
      await(visit, quote.get(), seal.get());
    }
    visit.tellPayState();
  }

  private void await(Visit visit, Quote quote, String seal) {
    try {
      cashier.open(
          visit.executionId(), new Cashier.Asked(Providers.CASH, quote.cash(), seal, wait));
      engine.signal(visit.executionId(), "pay-" + quote.id(), Signal.of(PrintJourney.PAY));
    } catch (RuntimeException e) {
      // Nothing is awaited that is not on record; the clocks run on.
      LOG.error("session {} cannot pay", visit.session().id(), e);
      visit.session().tryMove(SessionState.CLAIMED, clock.instant());
      visit.send(Messages.problem(PhoneMessage.Pay.class, "STORAGE_FAILED"));
    }
  }

  /// The customer wants to choose again.
  void back(Visit visit) {
    if (cashier.cancel(visit.executionId())) {
      visit.session().tryMove(SessionState.CLAIMED, clock.instant());
    }
    visit.tellPayState();
  }

  /// Takes cash; the answer is the cashier's.
  Desk.Answer takeCash(Visit visit, Paise amount, String actor) {
    return switch (cashier.confirmCash(visit.executionId(), amount, actor)) {
      case Cashier.Confirmation.Taken _ -> {
        visit.session().tryMove(SessionState.PAID, clock.instant());
        visit.tellPayState();
        yield new Desk.Answer.Done();
      }
      case Cashier.Confirmation.Refused(String code) -> new Desk.Answer.Refused(code);
    };
  }

  /// Stops waiting where the wait is over; the customer may choose and pay again.
  void expire(Visit visit) {
    if (visit.session().state() == SessionState.AWAITING && cashier.expire(visit.executionId())) {
      visit.session().tryMove(SessionState.CLAIMED, clock.instant());
      visit.send(Messages.problem("PAYMENT_EXPIRED"));
      visit.tellPayState();
    }
  }

  /// Nothing is awaited of this execution any more. False when the money was there first.
  boolean close(String executionId) {
    return cashier.cancel(executionId);
  }

  static Cashier.Paid signalTo(Engine engine, Visits visits) {
    return (executionId, intent) ->
        engine.signal(
            executionId, "paid-" + intent.id(), new Signal(PrintJourney.PAID, facts(intent, visits)));
  }

  private static Facts facts(Intent intent, Visits visits) {
    long sheets =
        visits
            .find(intent.executionId())
            .flatMap(Visit::quote)
            .map(quote -> (long) quote.plan().sheets())
            .orElse(0L);
    return Facts.of(PrintJourney.PAID_PAISE, intent.expected().value())
        .and(PrintJourney.SHEETS, sheets);
  }
}
