// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.audit.KeyStoreFile;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.journey.PrintSignals;
import io.secureprint.agent.journey.UpiWay;
import io.secureprint.agent.journey.Visits;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.payment.Books;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Counter;
import io.secureprint.agent.payment.GatewayWatch;
import io.secureprint.agent.payment.RefundWorker;
import io.secureprint.agent.payment.Refunds;
import io.secureprint.agent.payment.UpiLink;
import io.secureprint.agent.payment.razorpay.Account;
import io.secureprint.agent.payment.razorpay.Razorpay;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The room where money is taken and given back, furnished as the owner has set it up.
final class MoneyRoom implements AutoCloseable {
  private final AgentConfig config;
  private final Stores store;
  private final Clock clock;
  private final Books books;
  private final Refunds refunds;
  private final Claims claims;
  private @Nullable GatewayWatch gateway;
  private @Nullable RefundWorker returning;

  MoneyRoom(AgentConfig config, Stores store, Clock clock, Ids ids) {
    this.config = config;
    this.store = store;
    this.clock = clock;
    this.books =
        new Books(
            store.ledger(), store.unitOfWork(), store.events(), ids, clock, config.shop().live());
    this.refunds = new Refunds(books, store.refunds());
    this.claims = new Claims(books, store.claims(), refunds, config.gateway().kind());
  }

  Claims claims() {
    return claims;
  }

  Refunds refunds() {
    return refunds;
  }

  /// The gateway, where the shop has one.
  Optional<GatewayWatch> gateway() {
    return Optional.ofNullable(gateway);
  }

  /// From now on money is taken.
  void open(Engine engine, Visits visits, KeyStoreFile keys) throws IOException {
    Counter counter = Counter.of(books, new PrintSignals(engine, visits));
    visits.opens(counter, engine, upi(counter.cashier(), visits, keys));
  }

  /// A gateway goes before the shop's own address: it tells of each payment by itself.
  private UpiWay upi(Cashier cashier, Visits visits, KeyStoreFile keys) throws IOException {
    Optional<Account> account = config.gateway().account();
    if (account.isPresent()) {
      Razorpay razorpay = new Razorpay(account.get(), clock);
      GatewayWatch watch =
          new GatewayWatch(
              razorpay, cashier, store.ledger(), store.unitOfWork(), clock, visits::moneyMoved);
      gateway = watch;
      returning = new RefundWorker(razorpay, refunds, clock);
      return new UpiWay.ByGateway(watch);
    }
    Optional<UpiLink.Payee> payee = config.upi().payee(config.shop().name());
    return payee.isPresent()
        ? new UpiWay.ByHand(payee.get(), keys.utrKey())
        : new UpiWay.None();
  }

  /// The gateway is asked at the first tick about every charge that somebody may still pay.
  void resume() {
    if (gateway != null) {
      gateway.resume();
    }
  }

  /// Asks the gateway what is due. Called every second.
  void tick() {
    if (gateway != null && returning != null) {
      gateway.tick();
      returning.tick();
    }
  }

  /// A message that says it is from the gateway. False when it is not.
  boolean heard(byte[] body, List<String> signatures) {
    return gateway != null && gateway.heard(body, signatures);
  }

  @Override
  public void close() {
    if (returning != null) {
      returning.close();
    }
    if (gateway != null) {
      gateway.close();
    }
  }

  static List<PayMethod> methods(AgentConfig config) {
    boolean upi =
        config.gateway().account().isPresent()
            || config.upi().payee(config.shop().name()).isPresent();
    return upi ? List.of(PayMethod.UPI, PayMethod.CASH) : List.of(PayMethod.CASH);
  }
}
