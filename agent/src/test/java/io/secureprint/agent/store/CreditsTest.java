// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Cashier.Opening;
import io.secureprint.agent.payment.Claim.Share;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Claims.Settled;
import io.secureprint.agent.payment.Credit;
import io.secureprint.agent.payment.CreditCode;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Reason;
import io.secureprint.agent.payment.Redemptions.Worth;
import io.secureprint.agent.payment.Settlement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What was paid and not printed, as a credit: each paisa of it is used once, or goes back once.
@OnBothDatabases
final class CreditsTest {
  private static final Duration WAIT = Duration.ofMinutes(15);
  private static final Paise WORTH = new Paise(3_000);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private MoneyShop shop;
  private String payment;
  private String claim;
  private CreditCode code;

  @BeforeEach
  void aPrintFails() throws IOException, Database.Unusable {
    shop = MoneyShop.open(kind, folder, clock);
    payment = shop.paidAndNotPrinted(1, WORTH, 0, 6);
    claim = shop.onlyClaim().claim().id();
    code = shop.credits.code(claim);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aCodeIsWorthWhatWasPaidAndPaysForAllOfACheaperPrintAndKeepsTheRest() {
    assertThat(worth()).isEqualTo(new Worth.Good(claim, WORTH, clock.instant().plus(MoneyShop.VALIDITY)));
    shop.awaited(shop.execution(2), asked(Providers.CREDIT, 1_000, 1_000));
    assertThat(shop.counter.cashier().paid(shop.execution(2))).isPresent();
    assertThat(amount()).isEqualTo(new Paise(2_000));
    assertThat(shop.claims.open()).isEmpty();
    assertThat(shop.counter.cashier().open(shop.execution(3), asked(Providers.CREDIT, 2_500, 2_500)))
        .isEqualTo(new Opening.Refused("CREDIT_LESS"));
    shop.awaited(shop.execution(3), asked(Providers.CREDIT, 2_000, 2_000));
    assertThat(worth()).isEqualTo(new Worth.Nothing("CREDIT_USED"));
  }

  @Test
  void ofADearerPrintTheRestIsPaidByTheGatewayAndTheCreditIsTakenWithIt() {
    String execution = shop.execution(2);
    Intent intent = shop.charged(execution, asked(Providers.RAZORPAY, 2_000, 3_000));
    assertThat(worth()).isEqualTo(new Worth.Nothing("CREDIT_IN_USE"));
    assertThat(shop.counter.cashier().open(shop.execution(3), asked(Providers.CREDIT, 1_000, 1_000)))
        .isEqualTo(new Opening.Refused("CREDIT_IN_USE"));
    shop.paid(intent, new Paise(2_000));
    assertThat(shop.counter.cashier().paid(execution)).hasValueSatisfying(
        paid -> assertThat(paid.total()).isEqualTo(new Paise(5_000)));
    assertThat(worth()).isEqualTo(new Worth.Nothing("CREDIT_USED"));
  }

  @Test
  void lateMoneyTakesItsCreditThoughTheCustomerIsAskedForTheSameAgain() {
    String execution = shop.execution(2);
    Intent late = expired(execution);
    shop.charged(execution, asked(Providers.RAZORPAY, 4_000, 1_000));
    shop.paid(late, new Paise(2_000));
    assertThat(shop.counter.held().accept(execution, new Reason("seen"), "asha")).isEmpty();
    assertThat(shop.counter.cashier().paid(execution)).hasValueSatisfying(
        paid -> assertThat(paid.total()).isEqualTo(new Paise(5_000)));
    assertThat(worth()).isEqualTo(new Worth.Nothing("CREDIT_USED"));
    assertThat(shop.sum("select count(*) from intent where state = 'AWAITING'")).isZero();
  }

  @Test
  void lateMoneyDoesNotTakeACreditThatSomebodyElseIsPayingWith() {
    String execution = shop.execution(2);
    Intent late = expired(execution);
    shop.charged(execution, asked(Providers.RAZORPAY, 4_000, 1_000));
    shop.charged(shop.execution(3), asked(Providers.RAZORPAY, 1_000, 1));
    shop.paid(late, new Paise(2_000));
    assertThat(shop.counter.held().accept(execution, new Reason("seen"), "asha")).contains("CREDIT_USED");
    assertThat(shop.sum("select count(*) from intent where state = 'AWAITING'")).isEqualTo(2);
  }

  @Test
  void whatIsReservedStaysInSightAndIsSettledNoOtherWayWhileThatIsAwaited() {
    String execution = shop.execution(2);
    shop.charged(execution, asked(Providers.RAZORPAY, 2_000, 1_000));
    Claims.Open open = shop.onlyClaim();
    for (Settlement how : Settlement.values()) {
      assertThat(shop.settle(open.claim(), how, Share.ALL))
          .as("%s", how)
          .isEqualTo(new Settled.Refused("CREDIT_IN_USE"));
    }
    assertThat(shop.claims.ofCredit(code.brief())).isEmpty();
    assertThat(amount()).isEqualTo(new Paise(2_000));
    shop.counter.cashier().cancel(execution);
    assertThat(shop.settle(open.claim(), Settlement.REFUNDED, Share.ALL))
        .isEqualTo(new Settled.Done(Paise.ZERO));
  }

  @Test
  void itIsSettledWithTheMoneyThatItHelpsAndByWhoTypedTheCode() {
    Intent intent =
        shop.charged(shop.execution(2), asked(Providers.RAZORPAY, 2_000, 1_000));
    assertThat(settlements("asha")).isZero();
    shop.paid(intent, new Paise(2_000));
    assertThat(settlements("asha")).isEqualTo(1);
    assertThat(shop.sum("select count(*) from payment where provider = 'credit' and actor = 'asha'"))
        .isEqualTo(1);
    assertThat(shop.sum("select count(*) from event where type = 'CreditUsed' and actor = 'asha'"))
        .isEqualTo(1);
    assertThat(shop.claims.open()).isEmpty();
    assertThat(amount()).isEqualTo(new Paise(2_000));
  }

  @Test
  void lateMoneyFindsTheCreditOrNotAsTheClaimWasSettledMeanwhile() {
    Intent late = shop.charged(shop.execution(2), asked(Providers.RAZORPAY, 2_000, 3_000));
    clock.pass(WAIT.plusMinutes(3));
    shop.counter.cashier().expire(late.executionId(), true);
    shop.paid(late, new Paise(2_000));
    shop.settle(shop.onlyClaim().claim(), Settlement.RETURNED, Share.ALL);
    assertThat(shop.counter.held().accept(late.executionId(), new Reason("seen"), "asha")).contains("CREDIT_USED");
  }

  @Test
  void whoGoesBackOrIsTooSlowHasTheCreditAgain() {
    String execution = shop.execution(2);
    shop.awaited(execution, asked(Providers.CASH, 2_000, 3_000));
    shop.counter.cashier().cancel(execution);
    assertThat(amount()).isEqualTo(WORTH);
    clock.pass(Duration.ofSeconds(1));
    Intent intent = shop.charged(execution, asked(Providers.RAZORPAY, 2_000, 3_000));
    clock.pass(WAIT.plusMinutes(3));
    assertThat(shop.counter.cashier().expire(execution, true)).isTrue();
    assertThat(amount()).isEqualTo(WORTH);
    shop.awaited(shop.execution(3), asked(Providers.CREDIT, 3_000, 3_000));
    shop.paid(intent, new Paise(2_000));
    assertThat(shop.counter.held().accept(execution, new Reason("seen"), "asha")).contains("CREDIT_USED");
    assertThat(shop.counter.cashier().paid(execution)).isEmpty();
  }

  @Test
  void whatWasGivenBackIsNoCreditAndACreditIsNotGivenBackOnceItIsUsed() {
    shop.settle(shop.onlyClaim().claim(), Settlement.REFUNDED, Share.ALL);
    assertThat(worth()).isEqualTo(new Worth.Nothing("CREDIT_VOID"));
    assertThat(shop.counter.cashier().open(shop.execution(2), asked(Providers.CREDIT, 1_000, 1_000)))
        .isEqualTo(new Opening.Refused("CREDIT_VOID"));
    shop.paidAndNotPrinted(4, WORTH, 0, 6);
    Claims.Open second = shop.onlyClaim();
    String brief = shop.credits.code(second.claim().id()).brief();
    Credit.Use use = new Credit.Use(second.claim().id(), new Paise(1_000), "asha");
    shop.awaited(
        shop.execution(5), new Cashier.Asked(Providers.CREDIT, use.amount(), "mac", WAIT, use));
    assertThat(shop.settle(second.claim(), Settlement.REFUNDED, Share.ALL))
        .isEqualTo(new Settled.Refused("CLAIM_UNKNOWN"));
    Claims.Open rest = shop.claims.ofCredit(brief).orElseThrow();
    assertThat(rest.claim().amount()).isEqualTo(new Paise(2_000));
    assertThat(rest.byGateway()).isEqualTo(new Paise(2_000));
    assertThat(shop.settle(rest.claim(), Settlement.REFUNDED, Share.ALL))
        .isEqualTo(new Settled.Done(Paise.ZERO));
    assertThat(shop.claims.ofCredit(brief)).isEmpty();
  }

  @Test
  void aPrintPaidByACreditThatFailsTooGoesBackToThePaymentsBehindIt() {
    String execution = shop.execution(2);
    String rest = shop.paid(shop.charged(execution, asked(Providers.RAZORPAY, 2_000, 3_000)), new Paise(2_000));
    shop.ended(execution, "FAILED", "PAID_NOT_PRINTED");
    Claims.Open open = shop.onlyClaim();
    assertThat(open.claim().amount()).isEqualTo(new Paise(5_000));
    assertThat(open.byGateway()).isEqualTo(new Paise(5_000));
    assertThat(shop.settle(open.claim(), Settlement.REFUNDED, Share.ALL))
        .isEqualTo(new Settled.Done(Paise.ZERO));
    assertThat(shop.refunds.shown())
        .extracting(shown -> shown.refund().paymentId() + " " + shown.refund().amount().value())
        .containsExactlyInAnyOrder(payment + " 3000", rest + " 2000");
  }

  @Test
  void aPersonGivesACreditForAnyClaimAndReadsItsCodeAloud() {
    assertThat(shop.settle(shop.onlyClaim().claim(), Settlement.CREDIT, Share.ALL))
        .isEqualTo(new Settled.Credited(code.brief(), WORTH));
    assertThat(shop.counter.redemptions().worth(" " + code.brief().replace("-", "")))
        .isInstanceOf(Worth.Good.class);
    assertThat(amount()).isEqualTo(WORTH);
    assertThat(shop.claims.open()).isEmpty();
  }

  @Test
  void onlyWhatIsKnownNotToBeOnPaperIsACreditByItself() {
    shop.paidAndNotPrinted(2, WORTH, 2, 6);
    String partly = shop.claims.open().getLast().claim().id();
    assertThat(shop.counter.redemptions().worth(shop.credits.code(partly)))
        .isEqualTo(new Worth.Good(partly, new Paise(2_000), clock.instant().plus(MoneyShop.VALIDITY)));
    for (int sides : new int[] {6, -1}) {
      shop.paidAndNotPrinted(10 + sides, WORTH, sides, 6);
      String doubtful = shop.claims.open().getLast().claim().id();
      assertThat(shop.counter.redemptions().worth(shop.credits.code(doubtful)))
          .as("%d sides of 6", sides)
          .isEqualTo(new Worth.Nothing("CREDIT_IN_DOUBT"));
    }
    String execution = shop.execution(3);
    shop.paid(shop.charged(execution, WORTH), WORTH);
    CreditCode third = shop.credits.code(execution);
    assertThat(shop.counter.redemptions().worth(third)).isEqualTo(new Worth.Nothing("CREDIT_VOID"));
    shop.print(execution, EffectState.COMMITTING, Facts.NONE);
    shop.ended(execution, "FAILED", "STEP_CRASHED");
    assertThat(shop.counter.redemptions().worth(third))
        .isEqualTo(new Worth.Nothing("CREDIT_IN_DOUBT"));
    assertThat(shop.counter.redemptions().worth(new CreditCode(new byte[16])))
        .isEqualTo(new Worth.Nothing("CREDIT_UNKNOWN"));
  }

  @Test
  void aCreditEndsButTheMoneyIsStillOwed() {
    clock.pass(MoneyShop.VALIDITY.plusMillis(1));
    assertThat(worth()).isEqualTo(new Worth.Nothing("CREDIT_EXPIRED"));
    assertThat(shop.onlyClaim().claim().amount()).isEqualTo(WORTH);
    assertThat(shop.claims.ofCredit(code.brief())).isPresent();
  }

  @Test
  void whatTheBankGaveBackMeanwhileIsWorthNothing() {
    shop.settle(shop.onlyClaim().claim(), Settlement.CREDIT, Share.ALL);
    shop.bank.refund(payment, 1_000);
    shop.askAbout(payment);
    assertThat(amount()).isEqualTo(new Paise(2_000));
  }

  @Test
  void whatWentBackOutsideWhileARefundWasUnderWayIsWorthNothing() {
    String execution = shop.execution(2);
    String paid = shop.paid(shop.charged(execution, WORTH), new Paise(5_000));
    assertThat(shop.counter.held().accept(execution, new Reason("seen"), "asha")).isEmpty();
    shop.ended(execution, "FAILED", "PAID_NOT_PRINTED");
    for (Claims.Open open : shop.claims.open()) {
      boolean tooMuch = open.claim().id().endsWith(paid);
      shop.settle(
          open.claim(), tooMuch ? Settlement.REFUNDED : Settlement.CREDIT, Share.ALL);
    }
    CreditCode second = shop.credits.code(execution);
    assertThat(shop.counter.redemptions().worth(second)).isInstanceOf(Worth.Good.class);
    shop.bank.refund(paid, 3_500);
    shop.worker.tick();
    await().until(() -> shop.claims.open().size() == 1);
    assertThat(shop.onlyClaim().claim().amount()).isEqualTo(new Paise(1_500));
    assertThat(shop.counter.redemptions().worth(second))
        .isEqualTo(new Worth.Nothing("CREDIT_USED"));
  }

  @Test
  void ofManyWhoUseOrReturnItAtOnceOneDoes() throws Exception {
    List<String> others = List.of(shop.execution(2), shop.execution(3), shop.execution(4));
    List<Callable<Boolean>> hands =
        List.of(
            () -> opened(others.get(0)), () -> opened(others.get(1)), () -> opened(others.get(2)),
            () -> done(Settlement.REFUNDED), () -> done(Settlement.RETURNED),
            () -> done(Settlement.CREDIT));
    long won = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(hands.size())) {
      for (var hand : threads.invokeAll(hands)) {
        won += hand.get() ? 1 : 0;
      }
    }
    assertThat(won).isBetween(1L, 2L);
    assertThat(worth()).isInstanceOf(Worth.class);
    long used = shop.sum("select coalesce(sum(amount_paise), 0) from payment where provider = 'credit'");
    long back = shop.sum("select coalesce(sum(paise), 0) from settlement where outcome <> 'CREDIT'");
    long left = shop.sum("select coalesce(sum(left_paise), 0) from credit");
    assertThat(used + back + left).isEqualTo(WORTH.value());
  }

  /// What the customer was asked for, with all of the credit, and did not pay in time.
  private Intent expired(String execution) {
    Intent intent = shop.charged(execution, asked(Providers.RAZORPAY, 2_000, 3_000));
    clock.pass(WAIT.plusMinutes(3));
    assertThat(shop.counter.cashier().expire(execution, true)).isTrue();
    return intent;
  }

  private long settlements(String actor) {
    return shop.sum("select count(*) from settlement where actor = '" + actor + "'");
  }

  private boolean opened(String execution) {
    return shop.counter.cashier().open(execution, asked(Providers.CREDIT, 3_000, 3_000))
        instanceof Opening.Awaited;
  }

  private boolean done(Settlement how) {
    return !(shop.claims.settle(new Claims.Wish(claim, how, Share.ALL, WORTH, "asha"))
        instanceof Settled.Refused);
  }

  private Cashier.Asked asked(String provider, long due, long used) {
    return new Cashier.Asked(
        provider, new Paise(due), "mac", WAIT, new Credit.Use(claim, new Paise(used), "asha"));
  }

  private Worth worth() {
    return shop.counter.redemptions().worth(code);
  }

  private Paise amount() {
    return worth() instanceof Worth.Good(_, Paise amount, _) ? amount : Paise.ZERO;
  }
}
