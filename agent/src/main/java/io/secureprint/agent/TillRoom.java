// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.audit.KeyStoreFile;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.journey.UpiWay;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.GatewayWatch;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.UpiLink;
import io.secureprint.agent.payment.razorpay.Account;
import io.secureprint.agent.payment.razorpay.Razorpay;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Furnishes the room where money is taken, as the owner has set it up.
record TillRoom(AgentConfig config, Stores store, Clock clock, Ids ids) {
  Cashier cashier(Cashier.Paid paid) {
    return new Cashier(
        store.ledger(),
        store.unitOfWork(),
        store.events(),
        paid,
        ids,
        clock,
        config.shop().live());
  }

  /// A gateway goes before the shop's own address: it tells of each payment by itself. `moved` hears
  /// of each intent whose money has come or is to be looked at.
  UpiWay upi(Cashier cashier, KeyStoreFile keys, Consumer<Intent> moved) throws IOException {
    Optional<Account> account = config.gateway().account();
    if (account.isPresent()) {
      return new UpiWay.ByGateway(
          new GatewayWatch(
              new Razorpay(account.get(), clock),
              cashier,
              store.ledger(),
              store.unitOfWork(),
              clock,
              moved));
    }
    Optional<UpiLink.Payee> payee = config.upi().payee(config.shop().name());
    return payee.isPresent()
        ? new UpiWay.ByHand(payee.get(), keys.utrKey())
        : new UpiWay.None();
  }

  static List<PayMethod> methods(AgentConfig config) {
    boolean upi =
        config.gateway().account().isPresent()
            || config.upi().payee(config.shop().name()).isPresent();
    return upi ? List.of(PayMethod.UPI, PayMethod.CASH) : List.of(PayMethod.CASH);
  }
}
