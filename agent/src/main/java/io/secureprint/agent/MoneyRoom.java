// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.audit.Secret;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.journey.PrintSignals;
import io.secureprint.agent.journey.UpiWay;
import io.secureprint.agent.journey.Visits;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.payment.Books;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Counter;
import io.secureprint.agent.payment.Credits;
import io.secureprint.agent.payment.GatewayMessages;
import io.secureprint.agent.payment.GatewayWatch;
import io.secureprint.agent.payment.RefundWorker;
import io.secureprint.agent.payment.Refunds;
import io.secureprint.agent.payment.UpiLink;
import io.secureprint.agent.payment.razorpay.Account;
import io.secureprint.agent.payment.razorpay.Razorpay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// The room where money is taken and given back, furnished as the owner has set it up.
final class MoneyRoom implements AutoCloseable {
  /// By how much a clock may be wrong before people are told (`payments.md` 8.6).
  static final Duration WRONG_TIME = Duration.ofMinutes(2);

  private final AgentConfig config;
  private final Stores store;
  private final SecretStore secrets;
  private final Path formerUtrKey;
  private final Clock clock;
  private final Books books;
  private final Refunds refunds;
  private final Credits credits;
  private final Claims claims;
  private final Optional<Account> account;
  private final Set<String> notes = new LinkedHashSet<>();
  private @Nullable GatewayWatch gateway;
  private @Nullable GatewayMessages messages;
  private @Nullable RefundWorker returning;

  MoneyRoom(AgentConfig config, Folders folders, Stores store, Clock clock, Ids ids)
      throws IOException {
    this.config = config;
    this.store = store;
    this.secrets = new SecretStore(folders.keys(), ids);
    this.formerUtrKey = folders.keys().resolve("utr.key");
    this.account = account();
    this.clock = clock;
    this.books =
        new Books(
            store.ledger(), store.unitOfWork(), store.events(), ids, clock, config.shop().live());
    this.credits =
        new Credits(
            books,
            store.credits(),
            secrets.key(Secret.CREDIT_KEY, folders.keys().resolve("credit.key")),
            config.credit().validity());
    this.refunds = new Refunds(books, store.refunds(), credits);
    this.claims =
        new Claims(
            books,
            store.claims(),
            refunds,
            credits,
            account.isPresent() ? config.gateway().kind() : "");
  }

  /// A gateway without its secret is none: the shop opens all the same, and says what is missing.
  private Optional<Account> account() throws IOException {
    AgentConfig.Gateway gateway = config.gateway();
    takeOver(gateway.secrets());
    if (gateway.kind().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> key = secrets.get(Secret.GATEWAY_KEY);
    if (key.isEmpty()) {
      notes.add("GATEWAY_SECRET_MISSING");
      return Optional.empty();
    }
    return Optional.of(
        new Account(
            gateway.api(),
            gateway.keyId(),
            key.get(),
            secrets.get(Secret.GATEWAY_WEBHOOK).orElse(""),
            secrets.get(Secret.GATEWAY_FORMER_WEBHOOK).orElse(""),
            gateway.accountId()));
  }

  /// Secrets of the file fill what the store does not have, and never replace what it has: whoever
  /// changed one in the store must not get the old one back.
  private void takeOver(Map<Secret, String> found) throws IOException {
    for (Map.Entry<Secret, String> one : found.entrySet()) {
      if (secrets.get(one.getKey()).isEmpty()) {
        secrets.put(one.getKey(), one.getValue());
      }
      notes.add("SECRET_IN_CONFIG");
    }
  }

  /// What the owner should mend.
  Set<String> notes() {
    return notes;
  }

  SecretStore secrets() {
    return secrets;
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
  void open(Engine engine, Visits visits, Shelf shelf) throws IOException {
    Counter counter = Counter.of(books, claims, credits, new PrintSignals(engine, visits));
    visits.opens(
        counter,
        engine,
        upi(counter.cashier(), visits),
        () -> shelf.running(Shelf.PRINT).orElseThrow());
  }

  /// A gateway goes before the shop's own address: it tells of each payment by itself.
  private UpiWay upi(Cashier cashier, Visits visits) throws IOException {
    byte[] utrKey = secrets.key(Secret.UTR_KEY, formerUtrKey);
    if (account.isPresent()) {
      Razorpay razorpay = new Razorpay(account.get(), clock);
      GatewayWatch watch = new GatewayWatch(razorpay, cashier, books, visits::moneyMoved);
      gateway = watch;
      messages = new GatewayMessages(watch, store.inbox(), books);
      returning = new RefundWorker(razorpay, refunds, clock);
      return new UpiWay.ByGateway(watch, utrKey);
    }
    Optional<UpiLink.Payee> payee = config.upi().payee(config.shop().name());
    return payee.isPresent()
        ? new UpiWay.ByHand(payee.get(), utrKey)
        : new UpiWay.None();
  }

  /// Takes up the charges of former runs that somebody may have paid.
  void resume() {
    if (gateway != null) {
      gateway.resume();
    }
  }

  /// Runs `then` once it is known whether money came for an execution of a former run.
  void afterAsking(String executionId, Runnable then) {
    if (gateway == null) {
      then.run();
    } else {
      gateway.afterAsking(executionId, then);
    }
  }

  /// What people should know of the money just now, in codes.
  List<String> troubles() {
    List<String> codes = new ArrayList<>();
    if (ahead().abs().compareTo(WRONG_TIME) > 0) {
      codes.add("CLOCK_WRONG");
    }
    if (messages != null && !messages.disputes().isEmpty()) {
      codes.add("PAYMENT_DISPUTED");
    }
    return codes;
  }

  /// How far the gateway's clock is ahead of this PC's.
  Duration ahead() {
    return gateway == null ? Duration.ZERO : gateway.provider().ahead();
  }

  /// Asks the gateway what is due. Called every second.
  void tick() {
    if (gateway != null && messages != null && returning != null) {
      messages.tick();
      gateway.tick();
      returning.tick();
    }
  }

  /// A message that says it is from the gateway. False when it is not.
  boolean heard(byte[] body, List<String> signatures) {
    return messages != null && messages.heard(body, signatures);
  }

  @Override
  public void close() {
    if (returning != null) {
      returning.close();
    }
    if (messages != null) {
      messages.close();
    }
    if (gateway != null) {
      gateway.close();
    }
  }

  /// The ways to pay that customers may choose.
  List<PayMethod> methods() {
    boolean upi =
        account.isPresent() || config.upi().payee(config.shop().name()).isPresent();
    return upi ? List.of(PayMethod.UPI, PayMethod.CASH) : List.of(PayMethod.CASH);
  }
}
