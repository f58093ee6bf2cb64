// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.CreditCode;
import io.secureprint.agent.pricing.PriceAnswer;
import io.secureprint.agent.pricing.Quote;
import io.secureprint.agent.session.SessionState;
import io.secureprint.driver.api.SheetPlan;

import java.util.Optional;

/// Where customers and people of the shop turn to about the money of a visit: what it costs, how it is
/// paid, and what came instead. Thread-safe.
final class PayDesk {
  static final Desk.Answer UNKNOWN = new Desk.Answer.Refused("SESSION_UNKNOWN");

  private final House house;
  private final VisitBook book;
  private final Till till;
  private final OwnerSteps steps;

  PayDesk(House house, VisitBook book, Till till, OwnerSteps steps) {
    this.steps = steps;
    this.house = house;
    this.book = book;
    this.till = till;
  }

  /// A plan gets its price, if the customer is still choosing.
  void quote(Visit visit, SheetPlan plan) {
    if (visit.session().state() != SessionState.CLAIMED) {
      return;
    }
    switch (house.pricing().quote(plan, steps.discount(visit).orElse(null))) {
      case PriceAnswer.Priced(Quote quote) -> visit.quoted(quote);
      case PriceAnswer.Refused(String code) -> {
        visit.unquoted();
        visit.send(Messages.problem(PhoneMessage.Options.class, code));
      }
    }
  }

  /// The customer has come to choosing: what is known now may give another price.
  void requote(Visit visit) {
    if (visit.session().state() == SessionState.CLAIMED && steps.discount(visit).isPresent()) {
      visit.quote().ifPresent(quote -> quote(visit, quote.plan()));
    }
  }

  /// Prices have changed since the quote that nobody pays yet: it is made again.
  private boolean repriced(Visit visit) {
    Optional<Quote> old =
        visit.session().state() == SessionState.CLAIMED
            ? visit.quote().filter(quote -> !house.pricing().isCurrent(quote))
            : Optional.empty();
    old.ifPresent(quote -> quote(visit, quote.plan()));
    return old.isPresent();
  }

  /// The customer wants to pay. A refusal, which the customer was told, names its code; what is awaited
  /// already may still come, also to a shop that has closed meanwhile.
  Optional<String> pay(Visit visit, String quoteId, PayMethod method) {
    Optional<String> closed =
        visit.session().state() == SessionState.CLAIMED ? house.moneyTrouble() : Optional.empty();
    Optional<String> open = visit.steps().isOpen() ? Optional.of("STEP_OPEN") : closed;
    Optional<String> refused = repriced(visit) ? Optional.of("QUOTE_CHANGED") : open;
    if (refused.isPresent()) {
      visit.send(Messages.problem(PhoneMessage.Pay.class, refused.get()));
    } else {
      till.pay(visit, quoteId, method);
    }
    return refused;
  }

  /// The customer wants to pay with a credit.
  void useCredit(Visit visit, CreditCode code) {
    till.credits().use(visit, code);
  }

  void dropCredit(Visit visit) {
    till.credits().drop(visit);
  }

  /// A person of the shop types the code of a customer's credit. A shop that asks for no money leaves the
  /// payment alone that is awaited.
  Desk.Answer useCredit(String sessionId, String brief, String actor) {
    Optional<Visit> visit = book.bySession(sessionId);
    if (visit.isEmpty()) {
      return UNKNOWN;
    }
    Optional<String> closed = house.moneyTrouble();
    return closed.isPresent()
        ? new Desk.Answer.Refused(closed.get())
        : till.useCredit(visit.get(), brief, actor, this::pay);
  }

  /// Why customers cannot pay by UPI just now.
  Optional<String> trouble() {
    return till.trouble();
  }

  void back(Visit visit) {
    till.back(visit);
  }

  Desk.Answer confirmCash(String sessionId, Paise amount, String actor) {
    return book.bySession(sessionId)
        .map(visit -> till.takeCash(visit, amount, actor))
        .orElse(UNKNOWN);
  }

  Desk.Answer confirmUpi(String sessionId, Paise amount, String utr, String actor) {
    return book.bySession(sessionId)
        .map(visit -> till.takeUpi(visit, amount, utr, actor))
        .orElse(UNKNOWN);
  }

  Desk.Answer mark(String sessionId, Paise amount, String utr, String actor) {
    return book.bySession(sessionId)
        .map(visit -> till.mark(visit, amount, utr, actor))
        .orElse(UNKNOWN);
  }

  Desk.Answer accept(String sessionId, String reason, String actor) {
    return book.bySession(sessionId)
        .map(visit -> till.accept(visit, reason, actor))
        .orElse(UNKNOWN);
  }

  /// What time brings: a wait that is over, a gateway that does not answer, new prices. Called every
  /// second.
  void tick(Visit visit) {
    till.expire(visit);
    if (till.listen(visit)) {
      book.refresh();
    }
    repriced(visit);
  }
}
