// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Cashier.Asked;
import io.secureprint.agent.payment.Counter;
import io.secureprint.agent.payment.Credit;
import io.secureprint.agent.payment.CreditCode;
import io.secureprint.agent.payment.CreditPlan;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Redemptions.Worth;
import io.secureprint.agent.pricing.Quote;
import io.secureprint.agent.session.SessionState;

import java.time.Duration;
import java.util.Optional;

/// The credits of visits under way: what customers bring, and what they may come back for.
final class CreditTill {
  private final Counter counter;

  CreditTill(Counter counter) {
    this.counter = counter;
  }

  /// The customer brings a code.
  void use(Visit visit, CreditCode code) {
    Optional<String> refused =
        visit.session().state() == SessionState.CLAIMED
            ? attach(visit, counter.redemptions().worth(code), Credit.CUSTOMER)
            : Optional.of("NOT_CHOOSING");
    refused.ifPresent(
        why -> visit.send(Messages.problem(PhoneMessage.CreditUse.class, why)));
  }

  /// The customer pays with money after all.
  void drop(Visit visit) {
    if (visit.session().state() == SessionState.CLAIMED) {
      visit.purse().credit(null);
    } else {
      visit.send(Messages.problem(PhoneMessage.CreditDrop.class, "NOT_CHOOSING"));
    }
  }

  /// A person of the shop types the code. A refusal names its code.
  Optional<String> use(Visit visit, String brief, String actor) {
    return attach(visit, counter.redemptions().worth(brief), actor);
  }

  /// Why a code that a person typed is worth nothing, if so.
  Optional<String> refusal(String brief) {
    return counter.redemptions().worth(brief) instanceof Worth.Nothing(String code)
        ? Optional.of(code)
        : Optional.empty();
  }

  private Optional<String> attach(Visit visit, Worth worth, String actor) {
    return switch (worth) {
      case Worth.Nothing(String code) -> Optional.of(code);
      case Worth.Good(String claimId, Paise amount, _) -> {
        visit
            .purse()
            .credit(new OwnCredit(counter.credits().code(claimId), claimId, amount, actor));
        visit.tellCredit();
        yield Optional.empty();
      }
    };
  }

  /// What is asked for, with the help of the credit that the customer brought. A credit alone must pay
  /// for all of it.
  Optional<Asked> asked(Visit visit, Quote quote, Wish wish) {
    boolean cash = wish.method() == PayMethod.CASH;
    Optional<OwnCredit> own = visit.purse().credit();
    if (own.isPresent()) {
      CreditPlan plan = own.get().plan(quote);
      Credit.Use use = own.get().use(plan.used());
      if (plan.coversAll()) {
        return Optional.of(
            new Asked(Providers.CREDIT, plan.used(), wish.seal(), wish.validity(), use));
      }
      if (wish.method() != PayMethod.CREDIT && !plan.used().equals(Paise.ZERO)) {
        Paise rest = cash ? plan.restInCash() : plan.rest();
        return Optional.of(
            new Asked(wish.provider(), rest, wish.seal(), wish.validity(), use));
      }
    }
    return wish.method() == PayMethod.CREDIT
        ? Optional.empty()
        : Optional.of(
            Asked.money(
                wish.provider(), cash ? quote.cash() : quote.total(), wish.seal(),
                wish.validity()));
  }

  /// The sheets are paid: the customer gets a code for the case that they do not come out.
  void paid(Visit visit, Intent intent) {
    CreditCode code = counter.credits().code(intent.executionId());
    visit
        .purse()
        .promise(Messages.creditCode(code, intent.total(), counter.credits().until()));
  }

  /// How a customer wants to pay: the provider of that method, and the seal of the quote.
  record Wish(PayMethod method, String provider, String seal, Duration validity) {}
}
