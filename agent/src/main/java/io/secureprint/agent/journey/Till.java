// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Confirmations.Confirmation;
import io.secureprint.agent.payment.Counter;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Reason;
import io.secureprint.agent.payment.UpiLink;
import io.secureprint.agent.payment.Utr;
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

  private final Counter counter;
  private final Cashier cashier;
  private final Engine engine;
  private final InstantSource clock;
  private final Duration wait;
  private final UpiWay upi;
  private final CreditTill credits;

  /// `wait` is how long a payment is awaited.
  Till(Counter counter, Engine engine, InstantSource clock, Duration wait, UpiWay upi) {
    this.counter = counter;
    this.cashier = counter.cashier();
    this.engine = engine;
    this.clock = clock;
    this.wait = wait;
    this.upi = upi;
    this.credits = new CreditTill(counter);
  }

  /// The customer wants to pay this quote in this way.
  void pay(Visit visit, String quoteId, PayMethod method) {
    Optional<Quote> quote = visit.quote().filter(known -> known.id().equals(quoteId));
    Optional<String> seal = quote.flatMap(visit::seal);
    if (quote.isEmpty() || seal.isEmpty()) {
      refuse(visit, "QUOTE_CHANGED");
    } else if (method == PayMethod.UPI && upi instanceof UpiWay.None) {
      refuse(visit, "PAY_METHOD_CLOSED");
    } else if (visit.session().tryMove(SessionState.AWAITING, clock.instant())) {
      await(visit, quote.get(), seal.get(), method);
    }
    visit.tellPayState();
  }

  private void await(Visit visit, Quote quote, String seal, PayMethod method) {
    try {
      if (!FrozenQuote.freeze(quote, visit.session().context())) {
        visit.session().tryMove(SessionState.CLAIMED, clock.instant());
        return;
      }
      // The workflow hears of the wish before it can hear of the money.
      engine.signal(visit.executionId(), "pay-" + quote.id(), Signal.of(PrintJourney.PAY));
      String provider = method == PayMethod.UPI ? upi.provider() : Providers.CASH;
      Optional<Cashier.Asked> asked =
          credits.asked(visit, quote, new CreditTill.Wish(method, provider, seal, wait));
      if (asked.isEmpty()) {
        notAwaited(visit, "CREDIT_TOO_SMALL");
        return;
      }
      opened(visit, quote, cashier.open(visit.executionId(), asked.get()), method);
    } catch (RuntimeException e) {
      // Nothing is awaited that is not on record; the clocks run on.
      LOG.error("session {} cannot pay", visit.session().id(), e);
      visit.session().tryMove(SessionState.CLAIMED, clock.instant());
      refuse(visit, "STORAGE_FAILED");
    }
  }

  private void opened(Visit visit, Quote quote, Cashier.Opening opening, PayMethod method) {
    switch (opening) {
      case Cashier.Opening.Awaited(Intent intent) -> {
        visit.worker().prepareSheets(quote.plan());
        offer(visit, intent, method);
      }
      case Cashier.Opening.Refused(String code) -> {
        visit.purse().credit(null);
        notAwaited(visit, code);
      }
    }
  }

  private void notAwaited(Visit visit, String code) {
    visit.session().tryMove(SessionState.CLAIMED, clock.instant());
    refuse(visit, code);
  }

  private void offer(Visit visit, Intent intent, PayMethod method) {
    if (intent.provider().equals(Providers.CREDIT)) {
      visit.purse().offer(Offer.byCredit(intent.id(), intent.expected(), intent.expiresAt()));
      moved(visit);
      return;
    }
    if (method == PayMethod.CASH) {
      visit.purse().offer(Offer.cash(intent.id(), intent.expected(), intent.expiresAt()));
      return;
    }
    switch (upi) {
      case UpiWay.None() -> throw new IllegalStateException("UPI is closed");
      case UpiWay.ByHand(UpiLink.Payee payee, _) -> visit.purse().offer(toAddress(payee, visit, intent));
      case UpiWay.ByGateway(var watch, _) -> {
        visit.purse().offer(Offer.byGateway(intent.id(), intent.expected(), intent.expiresAt()));
        new Charging(cashier, watch, visit, () -> back(visit)).begin(intent);
      }
    }
  }

  /// The payer's app shows the session's easy name, by which people find the payment.
  private static Offer toAddress(UpiLink.Payee payee, Visit visit, Intent intent) {
    String link = UpiLink.of(payee, null, visit.session().name().english(), intent.expected());
    String address = payee.address().text();
    return new Offer(
        intent.id(), PayMethod.UPI, intent.expected(), link, address, null, intent.expiresAt());
  }

  private static void refuse(Visit visit, String code) {
    visit.send(Messages.problem(PhoneMessage.Pay.class, code));
  }

  /// The customer wants to choose again.
  void back(Visit visit) {
    if (close(visit) && !visit.leaving().hasBegun()) {
      visit.session().tryMove(SessionState.CLAIMED, clock.instant());
    }
    visit.tellPayState();
  }

  /// Takes cash; the answer is the cashier's.
  Desk.Answer takeCash(Visit visit, Paise amount, String actor) {
    return taken(visit, counter.confirmations().cash(visit.executionId(), amount, actor));
  }

  /// Takes the shop's word that a UPI payment is in its account.
  Desk.Answer takeUpi(Visit visit, Paise amount, String typed, String actor) {
    if (!(upi instanceof UpiWay.ByHand(_, byte[] key))) {
      return new Desk.Answer.Refused("PAYMENT_BY_GATEWAY");
    }
    Optional<Utr> utr = Utr.parse(typed, key);
    return utr.isEmpty()
        ? new Desk.Answer.Refused("UTR_WRONG")
        : taken(visit, counter.confirmations().upi(visit.executionId(), amount, utr.get(), actor));
  }

  /// Takes the shop's word that a payment is in its account though the gateway says nothing.
  Desk.Answer mark(Visit visit, Paise amount, String typed, String actor) {
    if (!(upi instanceof UpiWay.ByGateway(var watch, byte[] key)) || !watch.tellsNothing()) {
      return new Desk.Answer.Refused("PAYMENT_BY_GATEWAY");
    }
    Optional<Utr> utr = Utr.parse(typed, key);
    return utr.isEmpty()
        ? new Desk.Answer.Refused("UTR_WRONG")
        : taken(visit, counter.confirmations().mark(visit.executionId(), amount, utr.get(), actor));
  }

  private Desk.Answer taken(Visit visit, Confirmation came) {
    return switch (came) {
      case Confirmation.Taken _ -> {
        moved(visit);
        yield new Desk.Answer.Done();
      }
      case Confirmation.Refused(String code) -> new Desk.Answer.Refused(code);
    };
  }

  /// A person lets the sheets print for money that is not quite what was asked for.
  Desk.Answer accept(Visit visit, String typed, String actor) {
    Optional<Reason> reason = Reason.parse(typed);
    if (reason.isEmpty()) {
      return new Desk.Answer.Refused("REASON_NEEDED");
    }
    Optional<String> refused = counter.held().accept(visit.executionId(), reason.get(), actor);
    if (refused.isPresent()) {
      return new Desk.Answer.Refused(refused.get());
    }
    visit.session().tryMove(SessionState.AWAITING, clock.instant());
    moved(visit);
    return new Desk.Answer.Done();
  }

  /// The credits of customers.
  CreditTill credits() {
    return credits;
  }

  /// A person of the shop types the code of a customer's credit. Who is about to pay otherwise is asked
  /// for the rest instead, by `again`; a code that is worth nothing leaves that payment alone.
  Desk.Answer useCredit(Visit visit, String brief, String actor, Again again) {
    Optional<String> worthless = credits.refusal(brief);
    if (worthless.isPresent()) {
      return new Desk.Answer.Refused(worthless.get());
    }
    Optional<Offer> offer = visit.purse().offer();
    boolean paying = visit.session().state() == SessionState.AWAITING && offer.isPresent();
    if (paying && close(visit)) {
      visit.session().tryMove(SessionState.CLAIMED, clock.instant());
    }
    if (visit.session().state() != SessionState.CLAIMED) {
      return new Desk.Answer.Refused("ALREADY_PAID");
    }
    Optional<String> refused = credits.use(visit, brief, actor);
    Optional<String> unpaid =
        visit
            .quote()
            .filter(_ -> paying)
            .flatMap(quote -> again.pay(visit, quote.id(), offer.get().method()));
    return refused
        .or(() -> unpaid)
        .<Desk.Answer>map(Desk.Answer.Refused::new)
        .orElseGet(Desk.Answer.Done::new);
  }

  /// Something happened to this visit's money.
  void moved(Visit visit) {
    cashier.paid(visit.executionId()).ifPresent(intent -> {
      visit.session().tryMove(SessionState.PAID, clock.instant());
      credits.paid(visit, intent);
    });
    visit.purse().held(counter.held().of(visit.executionId()));
    visit.tellPayState();
  }

  /// Whether this visit's money went back before it printed.
  boolean revoked(Visit visit) {
    return cashier.revoked(visit.executionId());
  }

  /// Why customers cannot pay by UPI just now, though the shop takes it.
  Optional<String> trouble() {
    return upi instanceof UpiWay.ByGateway(var watch, _) ? watch.trouble() : Optional.empty();
  }

  /// Tells a customer who is about to pay when the gateway tells nothing any more. True where there is
  /// something new to see.
  boolean listen(Visit visit) {
    boolean silent = upi instanceof UpiWay.ByGateway(var watch, _) && watch.tellsNothing();
    boolean changed = visit.purse().gateway(silent);
    if (changed && silent) {
      visit.send(Messages.problem("PAYMENT_UNCONFIRMED"));
    }
    return changed;
  }

  /// Stops waiting where the wait is over; the customer may choose and pay again.
  void expire(Visit visit) {
    if (visit.session().state() == SessionState.AWAITING
        && cashier.expire(visit.executionId(), isTold(visit))) {
      visit.session().tryMove(SessionState.CLAIMED, clock.instant());
      unwanted(visit);
      visit.send(Messages.problem("PAYMENT_EXPIRED"));
      visit.tellPayState();
    }
  }

  /// Whether the gateway, where one is to tell, has told after the end what came.
  private boolean isTold(Visit visit) {
    return !(upi instanceof UpiWay.ByGateway(var watch, _))
        || visit.purse().offer().map(offer -> offer.isTold(watch)).orElse(true);
  }

  /// Nothing is awaited of this visit any more. False when the money was there first.
  boolean close(Visit visit) {
    boolean unpaid = close(visit.executionId());
    unwanted(visit);
    return unpaid;
  }

  /// Nothing is awaited of this execution any more. False when the money was there first.
  boolean close(String executionId) {
    return cashier.cancel(executionId);
  }

  private void unwanted(Visit visit) {
    if (upi instanceof UpiWay.ByGateway(var watch, _)) {
      visit.purse().takeOffer()
          .map(Offer::charge)
          .ifPresent(
              charge ->
                  Thread.ofVirtual().start(() -> watch.provider().close(charge.objectId())));
    } else {
      visit.purse().takeOffer();
    }
  }

  /// Asks for the money again, as if the customer had; a refusal, which the customer was told, names its
  /// code.
  interface Again {
    Optional<String> pay(Visit visit, String quoteId, PayMethod method);
  }
}
