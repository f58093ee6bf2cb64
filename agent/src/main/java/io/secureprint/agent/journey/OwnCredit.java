// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Credit;
import io.secureprint.agent.payment.CreditCode;
import io.secureprint.agent.payment.CreditPlan;
import io.secureprint.agent.pricing.Quote;

/// The credit that one customer pays with; `actor` is who typed its code.
record OwnCredit(CreditCode code, String claimId, Paise worth, String actor) {

  /// How it helps to pay for these sheets.
  CreditPlan plan(Quote quote) {
    return CreditPlan.of(quote.total(), worth);
  }

  Credit.Use use(Paise amount) {
    return new Credit.Use(claimId, amount, actor);
  }
}
