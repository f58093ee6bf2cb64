// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Claim.Share;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Claims.Settled;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Reason;
import io.secureprint.agent.payment.Refund;
import io.secureprint.agent.payment.Refunds;
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
import java.util.concurrent.Future;

/// Money that goes back through the gateway: once, whole, and never more than came.
@OnBothDatabases
final class RefundsTest {
  private static final Paise PRICE = new Paise(4_600);
  private static final Settled DONE = new Settled.Done(Paise.ZERO);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private MoneyShop shop;

  @BeforeEach
  void open() throws IOException, Database.Unusable {
    shop = MoneyShop.open(kind, folder, clock);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whatWasPaidByTheGatewayGoesBackThroughItOnce() {
    String payment = shop.paidAndNotPrinted(1, PRICE, 0, 12);
    Claims.Open claim = shop.onlyClaim();
    assertThat(claim.byGateway()).isEqualTo(PRICE);
    assertThat(refund(claim.claim())).isEqualTo(DONE);
    assertThat(refund(claim.claim())).isEqualTo(new Settled.Refused("CLAIM_UNKNOWN"));
    assertThat(only().state()).isEqualTo(Refund.State.DUE);
    assertThat(only().id()).matches("rf-[0-9a-f]{32}-1");
    untilState(Refund.State.PROCESSED);
    assertThat(shop.bank.refunds())
        .singleElement()
        .satisfies(
            given -> {
              assertThat(given.get("payment_id")).isEqualTo(payment);
              assertThat(given.get("amount")).isEqualTo(PRICE.value());
              assertThat(given.get("receipt")).isEqualTo(only().id());
            });
    assertThat(shop.claims.open()).isEmpty();
  }

  @Test
  void anAnswerThatIsLostIsLookedForAndNotAskedForTwice() {
    shop.paidAndNotPrinted(1, PRICE, 0, 12);
    shop.bank.loseAnswers(1);
    refund(shop.onlyClaim().claim());
    shop.worker.tick();
    await().until(() -> shop.bank.refunds().size() == 1);
    shop.bank.forgetKeys();
    untilState(Refund.State.PROCESSED);
    assertThat(shop.bank.refunds()).hasSize(1);
  }

  @Test
  void aBusyOrSilentGatewayIsAskedAgainWithTheSameKeyAndAnotherRunGoesOn() throws Exception {
    shop.paidAndNotPrinted(1, PRICE, 0, 12);
    shop.bank.stayBusy(1);
    refund(shop.onlyClaim().claim());
    shop.worker.tick();
    await().until(() -> only().tries() == 1);
    shop.bank.silence(true);
    clock.pass(Duration.ofMinutes(1));
    shop.worker.tick();
    assertThat(only().state()).isEqualTo(Refund.State.DUE);
    shop = shop.again();
    shop.bank.silence(false);
    untilState(Refund.State.PROCESSED);
    assertThat(shop.bank.refunds())
        .extracting(given -> given.get("receipt"))
        .containsExactly(only().id());
  }

  @Test
  void whatTheBankFailsToGiveBackIsOwedAgainAndTriedUnderAnotherKeyOrByHand() {
    shop.paidAndNotPrinted(1, PRICE, 0, 12);
    shop.bank.refundsBecome("pending");
    refund(shop.onlyClaim().claim());
    untilState(Refund.State.PENDING);
    assertThat(shop.claims.open()).isEmpty();
    shop.bank.settle(String.valueOf(shop.bank.refunds().getFirst().get("id")), "failed");
    untilClaimed("REFUND_FAILED");
    Claim again = shop.onlyClaim().claim();
    assertThat(again.amount()).isEqualTo(PRICE);
    assertThat(again.name()).isEqualTo("Blue Mango");
    assertThat(refund(again)).isEqualTo(DONE);
    untilState(Refund.State.PENDING);
    assertThat(only().id()).endsWith("-2");
    shop.bank.settle(String.valueOf(shop.bank.refunds().getLast().get("id")), "failed");
    untilClaimed("REFUND_FAILED");
    Claim last = shop.onlyClaim().claim();
    assertThat(shop.settle(last, Settlement.RETURNED, Share.ALL))
        .isEqualTo(new Settled.Done(PRICE));
    assertThat(refund(last)).isEqualTo(new Settled.Refused("CLAIM_UNKNOWN"));
    assertThat(shop.claims.open()).isEmpty();
  }

  @Test
  void aPartForTheSheetsThatNeverCameOutIsRoundedUpAndSettlesTheWhole() {
    shop.paidAndNotPrinted(1, new Paise(1_000), 1, 3);
    Claims.Open open = shop.onlyClaim();
    assertThat(open.claim().unprinted()).contains(new Paise(667));
    assertThat(open.partByGateway()).isEqualTo(new Paise(667));
    assertThat(shop.settle(open.claim(), Settlement.REFUNDED, Share.UNPRINTED)).isEqualTo(DONE);
    untilState(Refund.State.PROCESSED);
    assertThat(shop.bank.refunds()).extracting(given -> given.get("amount")).containsExactly(667L);
    assertThat(shop.claims.open()).isEmpty();
  }

  @Test
  void underOneRupeeGoesBackByHandAndOnlyThat() {
    shop.paidAndNotPrinted(1, new Paise(150), 1, 3);
    Claim claim = shop.onlyClaim().claim();
    assertThat(claim.unprinted()).contains(new Paise(100));
    shop.settle(claim, Settlement.REFUNDED, Share.UNPRINTED);
    shop.paidAndNotPrinted(2, new Paise(150), 2, 3);
    Claims.Open small = shop.onlyClaim();
    assertThat(small.partByGateway()).isEqualTo(Paise.ZERO);
    assertThat(shop.settle(small.claim(), Settlement.REFUNDED, Share.UNPRINTED))
        .isEqualTo(new Settled.Refused("REFUND_BY_HAND"));
    assertThat(shop.settle(small.claim(), Settlement.RETURNED, Share.UNPRINTED))
        .isEqualTo(new Settled.Done(new Paise(50)));
    assertThat(refund(small.claim())).isEqualTo(new Settled.Refused("CLAIM_UNKNOWN"));
  }

  @Test
  void theRestThatWasTakenInCashIsGivenBackByHand() {
    String execution = shop.execution(1);
    Intent intent = shop.charged(execution, PRICE);
    shop.paid(intent, new Paise(4_000));
    assertThat(shop.counter.held().accept(execution, new Reason("seen"), "asha")).isEmpty();
    shop.ended(execution, "FAILED", "PAID_NOT_PRINTED");
    Claims.Open open = shop.onlyClaim();
    assertThat(open.claim().amount()).isEqualTo(PRICE);
    assertThat(open.byGateway()).isEqualTo(new Paise(4_000));
    assertThat(refund(open.claim())).isEqualTo(new Settled.Done(new Paise(600)));
  }

  @Test
  void whatSomebodyGaveBackInTheDashboardIsNotGivenTwice() {
    String payment = shop.paidAndNotPrinted(1, PRICE, 0, 12);
    Claim claim = shop.onlyClaim().claim();
    refund(claim);
    shop.bank.refund(payment, 4_000);
    untilClaimed("REFUND_REFUSED");
    assertThat(shop.bank.refunds()).hasSize(1);
    assertThat(shop.onlyClaim().claim().amount()).isEqualTo(new Paise(600));
    refund(shop.onlyClaim().claim());
    untilState(Refund.State.PROCESSED);
    assertThat(shop.bank.refunds()).extracting(given -> given.get("amount")).containsExactly(4_000L, 600L);
  }

  @Test
  void ofManyHandsThatSettleOneClaimAtOnceOneDoes() throws Exception {
    shop.paidAndNotPrinted(1, PRICE, 4, 12);
    Claim claim = shop.onlyClaim().claim();
    List<Callable<Settled>> hands =
        List.of(
            () -> refund(claim),
            () -> shop.settle(claim, Settlement.RETURNED, Share.ALL),
            () -> shop.settle(claim, Settlement.REFUNDED, Share.UNPRINTED),
            () -> shop.settle(claim, Settlement.PRINTED, Share.ALL),
            () -> refund(claim),
            () -> shop.settle(claim, Settlement.RETURNED, Share.UNPRINTED));
    try (ExecutorService threads = Executors.newFixedThreadPool(hands.size())) {
      List<Future<Settled>> settled = threads.invokeAll(hands);
      assertThat(settled)
          .extracting(Future::get)
          .filteredOn(Settled.Done.class::isInstance)
          .hasSize(1);
    }
    assertThat(shop.claims.open()).isEmpty();
    assertThat(shop.refunds.shown()).hasSizeLessThanOrEqualTo(1);
  }

  private Settled refund(Claim claim) {
    return shop.settle(claim, Settlement.REFUNDED, Share.ALL);
  }

  private Refund only() {
    List<Refunds.Shown> shown = shop.refunds.shown();
    assertThat(shown).hasSize(1);
    return shown.getFirst().refund();
  }

  /// Time passes and the worker works until the refund stands there.
  private void untilState(Refund.State state) {
    await().until(() -> {
      clock.pass(Duration.ofMinutes(1));
      shop.worker.tick();
      return shop.refunds.shown().stream().anyMatch(shown -> shown.refund().state() == state);
    });
  }

  private void untilClaimed(String code) {
    await().until(() -> {
      clock.pass(Duration.ofMinutes(1));
      shop.worker.tick();
      return shop.claims.open().stream().anyMatch(open -> open.claim().code().equals(code));
    });
  }
}
