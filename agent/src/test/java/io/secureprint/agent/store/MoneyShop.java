// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.fail;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.Effect;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.payment.Books;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Charge;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Counter;
import io.secureprint.agent.payment.Credits;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.PaymentFact;
import io.secureprint.agent.payment.ProviderAnswer;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.RefundWorker;
import io.secureprint.agent.payment.Refunds;
import io.secureprint.agent.payment.Settlement;
import io.secureprint.agent.payment.razorpay.Account;
import io.secureprint.agent.payment.razorpay.Razorpay;
import io.secureprint.agent.practice.PracticeGateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A shop's money on a real database, with the practice bank at the other end of a socket. Printing is
/// told by the test.
final class MoneyShop implements AutoCloseable {
  static final Duration VALIDITY = Duration.ofDays(180);

  final SettableClock clock;
  final PracticeGateway bank;
  final JdbcUnitOfWork unitOfWork;
  final ToldPrints prints = new ToldPrints((_, _) -> {});
  final Counter counter;
  final Refunds refunds;
  final Credits credits;
  final Claims claims;
  final Razorpay razorpay;
  final RefundWorker worker;
  final Books books;
  private final TestDatabase kind;
  private final Path folder;
  private final Database database;
  private final JdbcEffectLedger effects;

  private MoneyShop(TestDatabase kind, Path folder, SettableClock clock, PracticeGateway bank)
      throws Database.Unusable {
    this.kind = kind;
    this.folder = folder;
    this.clock = clock;
    this.bank = bank;
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    effects = new JdbcEffectLedger(unitOfWork, Ids.secure(), clock);
    books =
        new Books(
            new JdbcLedger(unitOfWork, clock), unitOfWork, new JdbcEventLog(unitOfWork, clock),
            Ids.secure(), clock, false);
    credits = new Credits(books, new JdbcCredits(unitOfWork), new byte[32], VALIDITY);
    refunds = new Refunds(books, new JdbcRefunds(unitOfWork, clock), credits);
    claims =
        new Claims(
            books, new JdbcClaims(unitOfWork, clock), refunds, credits, Providers.RAZORPAY);
    counter = Counter.of(books, claims, credits, prints);
    razorpay =
        new Razorpay(
            new Account(
                bank.api(), PracticeGateway.KEY_ID, PracticeGateway.KEY_SECRET,
                PracticeGateway.WEBHOOK_SECRET, "", PracticeGateway.ACCOUNT),
            clock);
    worker = new RefundWorker(razorpay, refunds, clock);
  }

  static MoneyShop open(TestDatabase kind, Path folder, SettableClock clock)
      throws IOException, Database.Unusable {
    return new MoneyShop(kind, folder, clock, PracticeGateway.open(Ids.secure(), clock));
  }

  /// The same shop after a stop, with the same bank.
  MoneyShop again() throws Database.Unusable {
    stop();
    return new MoneyShop(kind, folder, clock, bank);
  }

  /// A customer's execution, which waits for money.
  String execution(int number) {
    String id = String.format(Locale.ROOT, "%032d", number);
    unitOfWork.run(
        Durability.STEP,
        () ->
            new JdbcJournal(unitOfWork, clock)
                .insert(TestExecution.of(id, clock, Facts.of("name", "Blue Mango")), id));
    return id;
  }

  /// The customer is asked for `due` by a code that the bank has made.
  Intent charged(String execution, Paise due) {
    return charged(
        execution, Cashier.Asked.money(Providers.RAZORPAY, due, "mac", Duration.ofMinutes(15)));
  }

  /// The same for any wish that a gateway is to fulfil.
  Intent charged(String execution, Cashier.Asked asked) {
    Intent intent = awaited(execution, asked);
    Charge.Wanted wanted = new Charge.Wanted(intent.id(), asked.due(), intent.expiresAt());
    Charge charge =
        razorpay.create(wanted) instanceof ProviderAnswer.Got<Charge>(Charge made)
            ? made
            : fail("no charge");
    counter.cashier().named(intent.id(), charge.objectId());
    return intent.named(charge.objectId());
  }

  Intent awaited(String execution, Cashier.Asked asked) {
    return counter.cashier().open(execution, asked) instanceof Cashier.Opening.Awaited(Intent intent)
        ? intent
        : fail("refused");
  }

  /// The customer pays so much, and the shop hears of it; the answer is the payment's id.
  String paid(Intent intent, Paise amount) {
    String payment = bank.pay(Objects.requireNonNull(intent.objectId()), amount.value());
    ask(intent);
    return payment;
  }

  /// A customer who paid exactly that, and whose print ended like this.
  String paidAndNotPrinted(int number, Paise price, int sides, int of) {
    String execution = execution(number);
    String payment = paid(charged(execution, price), price);
    print(execution, EffectState.ABORTED, Facts.of("sides", sides).and("of", of));
    ended(execution, "FAILED", "PAID_NOT_PRINTED");
    return payment;
  }

  /// Asks the bank about the charge that a payment was for.
  void askAbout(String payment) {
    JdbcLedger ledger = new JdbcLedger(unitOfWork, clock);
    ask(
        unitOfWork.call(
            Durability.STEP,
            () ->
                ledger
                    .find(
                        unitOfWork
                            .handle()
                            .select("select intent_id from payment where payment_id = ?", payment)
                            .mapTo(String.class)
                            .one())
                    .orElseThrow()));
  }

  long sum(String query) {
    return unitOfWork.call(
        Durability.STEP, () -> unitOfWork.handle().select(query).mapTo(Long.class).one());
  }

  /// Asks the bank about a charge.
  void ask(Intent intent) {
    if (razorpay.pull(Objects.requireNonNull(intent.objectId()))
        instanceof ProviderAnswer.Got<List<PaymentFact>>(List<PaymentFact> facts)) {
      facts.forEach(fact -> counter.cashier().book(fact, false));
    } else {
      fail("no answer");
    }
  }

  /// The print of an execution goes on as far as that.
  void print(String execution, EffectState state, Facts evidence) {
    Effect effect = effects.open(execution + "/print/0", execution, "print");
    if (state == EffectState.COMMITTING) {
      effect = effects.move(effect, EffectState.PREPARED, "1", Facts.NONE);
    }
    effects.move(effect, state, "1", evidence);
  }

  void ended(String execution, String status, String code) {
    unitOfWork.run(
        Durability.STEP,
        () ->
            unitOfWork
                .handle()
                .execute(
                    "update execution set status = ?, code = ? where id = ?",
                    status, code, execution));
  }

  Claims.Open onlyClaim() {
    List<Claims.Open> open = claims.open();
    return open.size() == 1 ? open.getFirst() : fail("claims: " + open);
  }

  /// A person settles a claim, seeing the right amount.
  Claims.Settled settle(Claim claim, Settlement how, Claim.Share share) {
    return claims.settle(
        new Claims.Wish(claim.id(), how, share, claim.share(share).orElseThrow(), "asha"));
  }

  @Override
  public void close() {
    stop();
    bank.close();
  }

  private void stop() {
    worker.close();
    razorpay.close();
    unitOfWork.close();
    database.close();
  }
}
