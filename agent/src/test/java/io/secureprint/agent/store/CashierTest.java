// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.payment.Books;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Confirmations.Confirmation;
import io.secureprint.agent.payment.Counter;
import io.secureprint.agent.payment.Credits;
import io.secureprint.agent.payment.Flag;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.IntentState;
import io.secureprint.agent.payment.PaymentFact;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Reason;
import io.secureprint.agent.payment.Refunds;
import io.secureprint.agent.payment.Utr;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@OnBothDatabases
final class CashierTest {
  private static final String EXECUTION = "e".repeat(32);
  private static final String OTHER = "f".repeat(32);
  private static final String THIRD = "d".repeat(32);
  private static final Paise DUE = new Paise(1_200);
  private static final Reason WHY = new Reason("बाक़ी नक़द मिला");
  private static final Duration WAIT = Duration.ofMinutes(15);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<String> told = new ArrayList<>();
  private Database database;
  private JdbcUnitOfWork unitOfWork;
  private JdbcLedger ledger;
  private Claims claims;
  private Counter counter;
  private Cashier cashier;

  @BeforeEach
  void open() throws Database.Unusable {
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    ledger = new JdbcLedger(unitOfWork, clock);
    Books books =
        new Books(
            ledger, unitOfWork, new JdbcEventLog(unitOfWork, clock), Ids.secure(), clock, false);
    Credits credits =
        new Credits(books, new JdbcCredits(unitOfWork), new byte[32], Duration.ofDays(1));
    claims =
        new Claims(
            books, new JdbcClaims(unitOfWork, clock),
            new Refunds(books, new JdbcRefunds(unitOfWork, clock), credits), credits, "");
    counter =
        Counter.of(
            books, claims, credits,
            new ToldPrints((execution, intent) -> told.add(execution + " " + intent.expected())));
    cashier = counter.cashier();
    for (String execution : List.of(EXECUTION, OTHER, THIRD)) {
      unitOfWork.run(
          Durability.STEP,
          () ->
              new JdbcJournal(unitOfWork, clock)
                  .insert(TestExecution.of(execution, clock), execution));
    }
  }

  @AfterEach
  void close() {
    unitOfWork.close();
    database.close();
  }

  @Test
  void awaitedMoneyIsTakenOnceAndReleasesOnce() {
    cashier.open(EXECUTION, Cashier.Asked.money(Providers.CASH, DUE, "mac", WAIT));
    assertThat(counter.confirmations().cash(EXECUTION, DUE, "asha")).isEqualTo(new Confirmation.Taken(DUE));
    assertThat(counter.confirmations().cash(EXECUTION, DUE, "asha"))
        .isEqualTo(new Confirmation.Refused("ALREADY_PAID"));
    assertThat(told).containsExactly(EXECUTION + " ₹12.00");
    assertThat(unitOfWork.call(Durability.STEP, () -> ledger.released(EXECUTION)))
        .hasValueSatisfying(paid -> assertThat(paid.quoteMac()).isEqualTo("mac"));
  }

  @Test
  void noTwoCustomersAreAskedForTheSameAmountByUpiAtOnce() throws Exception {
    CyclicBarrier together = new CyclicBarrier(3);
    List<Future<Paise>> asked = new ArrayList<>();
    try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String execution : List.of(EXECUTION, OTHER, THIRD)) {
        asked.add(customers.submit(() -> {
          together.await();
          return awaited(cashier.open(execution, Cashier.Asked.money(Providers.UPI, DUE, "mac", WAIT)));
        }));
      }
    }
    assertThat(asked)
        .extracting(Future::resultNow)
        .containsExactlyInAnyOrder(DUE, new Paise(1_199), new Paise(1_198));
  }

  private static Paise awaited(Cashier.Opening opening) {
    return ((Cashier.Opening.Awaited) opening).intent().expected();
  }

  @Test
  void theWaitEndsTwoMinutesAfterTheIntentExpiresAndNotBefore() {
    cashier.open(EXECUTION, Cashier.Asked.money(Providers.CASH, DUE, "mac", WAIT));
    clock.pass(WAIT.plusMinutes(2));
    assertThat(cashier.expire(EXECUTION, true)).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(cashier.expire(EXECUTION, true)).isTrue();
    assertThat(cashier.expire(EXECUTION, true)).isFalse();
    assertThat(counter.confirmations().cash(EXECUTION, DUE, "asha"))
        .isEqualTo(new Confirmation.Refused("NOT_AWAITING_PAYMENT"));
  }

  @Test
  void theWaitForAProviderThatTellsNothingEndsThreeQuartersOfAnHourLater() {
    cashier.open(EXECUTION, Cashier.Asked.money(Providers.RAZORPAY, DUE, "mac", WAIT));
    clock.pass(WAIT.plusMinutes(45));
    assertThat(cashier.expire(EXECUTION, false)).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(cashier.expire(EXECUTION, false)).isTrue();
  }

  @Test
  void whatIsPaidNeverExpires() {
    cashier.open(EXECUTION, Cashier.Asked.money(Providers.CASH, DUE, "mac", WAIT));
    counter.confirmations().cash(EXECUTION, DUE, "asha");
    clock.pass(Duration.ofDays(1));
    assertThat(cashier.expire(EXECUTION, true)).isFalse();
    assertThat(cashier.cancel(EXECUTION)).isFalse();
  }

  @Test
  void moneyThatComesTooLateIsHeldUntilAPersonLetsItPrint() {
    Intent intent = open(EXECUTION, Providers.RAZORPAY);
    cashier.named(intent.id(), "qr_1");
    clock.pass(WAIT.plusMinutes(3));
    cashier.expire(EXECUTION, true);
    assertThat(cashier.book(paid(DUE), false).kind()).isEqualTo(Cashier.Kind.FLAGGED);
    assertThat(counter.held().of(EXECUTION))
        .hasValueSatisfying(held -> assertThat(held.flag()).isEqualTo(Flag.PAID_LATE));
    assertThat(told).isEmpty();
    assertThat(counter.held().accept(EXECUTION, WHY, "asha")).isEmpty();
    assertThat(counter.held().accept(EXECUTION, WHY, "asha")).contains("NOTHING_HELD");
    assertThat(told).hasSize(1);
    assertThat(counter.held().of(EXECUTION)).isEmpty();
  }

  @Test
  void whatIsLateAndTakenEndsThePaymentThatWasBegunMeanwhile() {
    Intent late = open(EXECUTION, Providers.RAZORPAY);
    cashier.named(late.id(), "qr_1");
    clock.pass(WAIT.plusMinutes(3));
    cashier.expire(EXECUTION, true);
    Intent newer = open(EXECUTION, Providers.RAZORPAY);
    cashier.book(paid(DUE), false);
    assertThat(counter.held().accept(EXECUTION, WHY, "asha")).isEmpty();
    assertThat(told).hasSize(1);
    assertThat(unitOfWork.call(Durability.STEP, () -> ledger.find(newer.id())).map(Intent::state))
        .contains(IntentState.CANCELLED);
    assertThat(cashier.cancel(EXECUTION)).isFalse();
  }

  @Test
  void tooMuchPrintsOnAPersonsWordAndOwesTheRest() {
    Intent intent = open(EXECUTION, Providers.RAZORPAY);
    cashier.named(intent.id(), "qr_1");
    cashier.book(paid(new Paise(1_500)), false);
    assertThat(told).isEmpty();
    assertThat(counter.held().accept(EXECUTION, WHY, "asha")).isEmpty();
    assertThat(claims.open())
        .extracting(open -> open.claim().amount())
        .containsExactly(new Paise(300));
  }

  @Test
  void theBooksKeepWhyMoneyThatIsNotWhatWasAskedForWasTaken() {
    Intent intent = open(EXECUTION, Providers.RAZORPAY);
    cashier.named(intent.id(), "qr_1");
    cashier.book(paid(new Paise(1_100)), false);
    assertThat(counter.held().accept(EXECUTION, WHY, "asha")).isEmpty();
    assertThat(acceptances())
        .singleElement(as(STRING))
        .startsWith("asha ")
        .contains("\"reason\":\"" + WHY.text() + "\"", "\"paise\":1200", "\"held\":1100")
        .contains("\"flag\":\"PAID_PARTIAL\"");
  }

  @Test
  void upiByHandAsksEachCustomerForAnotherAmountAndTakesEachReferenceOnce() {
    Intent first = byHand(EXECUTION);
    Intent second = byHand(OTHER);
    assertThat(first.expected()).isEqualTo(DUE);
    assertThat(second.expected()).isEqualTo(new Paise(1_199));
    assertThat(counter.confirmations().upi(EXECUTION, first.expected(), utr("4567"), "asha"))
        .isEqualTo(new Confirmation.Taken(DUE));
    assertThat(counter.confirmations().upi(OTHER, second.expected(), utr("628112344567"), "asha"))
        .isEqualTo(new Confirmation.Taken(second.expected()));
    Intent third = byHand(THIRD);
    assertThat(third.expected()).isEqualTo(new Paise(1_198));
    assertThat(counter.confirmations().upi(THIRD, third.expected(), utr("6281 1234 4567"), "asha"))
        .isEqualTo(new Confirmation.Refused("PAYMENT_KNOWN"));
    assertThat(told).hasSize(2);
  }

  @Test
  void onlyWhatAGatewayIsAskedForCanBeMarked() {
    for (String provider : List.of(Providers.CASH, Providers.UPI)) {
      Paise due = open(EXECUTION, provider).expected();
      assertThat(counter.confirmations().mark(EXECUTION, due, utr("628112344567"), "asha"))
          .as(provider)
          .isEqualTo(new Confirmation.Refused("NOT_AWAITING_PAYMENT"));
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(told).isEmpty();
  }

  @Test
  void onePaymentTypedOnceByItsEndAndOnceWholeIsTakenOnce() {
    byHand(EXECUTION);
    assertThat(counter.confirmations().upi(EXECUTION, DUE, utr("4567"), "asha"))
        .isEqualTo(new Confirmation.Taken(DUE));
    clock.pass(Duration.ofHours(24));
    Confirmation known = new Confirmation.Refused("PAYMENT_KNOWN");
    byHand(OTHER);
    assertThat(counter.confirmations().upi(OTHER, DUE, utr("628112344567"), "asha"))
        .isEqualTo(known);
    assertThat(counter.confirmations().upi(OTHER, DUE, utr("628112344568"), "asha"))
        .isEqualTo(new Confirmation.Taken(DUE));
    clock.pass(Duration.ofHours(24));
    byHand(THIRD);
    assertThat(counter.confirmations().upi(THIRD, DUE, utr("4568"), "asha"))
        .as("on another day the end alone may come again")
        .isEqualTo(new Confirmation.Taken(DUE));
  }

  @Test
  void whatIsNoReferenceIsNotTaken() {
    for (String typed : new String[] {"", "123", "12345", "abcd", "6281123445678", "٤٥٦٧"}) {
      assertThat(Utr.parse(typed, new byte[32])).as(typed).isEmpty();
    }
  }

  private Intent byHand(String execution) {
    return open(execution, Providers.UPI);
  }

  private List<String> acceptances() {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select("select actor || ' ' || payload from event where type = 'HeldMoneyAccepted'")
            .mapTo(String.class)
            .list());
  }

  private Intent open(String execution, String provider) {
    Cashier.Asked asked = Cashier.Asked.money(provider, DUE, "mac", WAIT);
    return cashier.open(execution, asked) instanceof Cashier.Opening.Awaited(Intent intent)
        ? intent
        : fail("refused");
  }

  private static Utr utr(String typed) {
    return Utr.parse(typed, new byte[32]).orElseThrow();
  }

  private PaymentFact paid(Paise amount) {
    return new PaymentFact(
        Providers.RAZORPAY,
        false,
        "qr_1",
        "pay_1",
        PaymentFact.Money.captured(amount),
        PaymentFact.Evidence.PULL,
        "razorpay",
        clock.instant());
  }

  @Test
  void afterAnExpiryTheSameCustomerMayPayAnew() {
    cashier.open(EXECUTION, Cashier.Asked.money(Providers.CASH, DUE, "old", WAIT));
    clock.pass(WAIT.plusMinutes(3));
    cashier.expire(EXECUTION, true);
    clock.pass(Duration.ofSeconds(1));
    cashier.open(EXECUTION, Cashier.Asked.money(Providers.CASH, DUE, "new", WAIT));
    assertThat(counter.confirmations().cash(EXECUTION, DUE, "asha")).isEqualTo(new Confirmation.Taken(DUE));
  }
}
