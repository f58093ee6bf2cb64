// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Charge;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Confirmations.Confirmation;
import io.secureprint.agent.payment.Dispute;
import io.secureprint.agent.payment.Flag;
import io.secureprint.agent.payment.GatewayMessages;
import io.secureprint.agent.payment.GatewayWatch;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Settlement;
import io.secureprint.agent.payment.Utr;
import io.secureprint.agent.practice.GatewayMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// Questions to the practice bank and its messages, over a real socket and a real database.
final class GatewayWatchTest {
  private static final Paise PRICE = new Paise(1_250);
  private static final Utr UTR = Utr.parse("628112344567", new byte[32]).orElseThrow();

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<Cashier.Outcome> moved = new CopyOnWriteArrayList<>();
  private MoneyShop shop;
  private GatewayWatch watch;
  private GatewayMessages messages;

  @BeforeEach
  void open() throws Exception {
    shop = MoneyShop.open(folder, clock);
    begin();
  }

  /// What a start of the agent does.
  private void begin() {
    watch = new GatewayWatch(shop.razorpay, shop.counter.cashier(), shop.books, moved::add);
    messages = new GatewayMessages(watch, new JdbcInbox(shop.unitOfWork), shop.books);
  }

  @AfterEach
  void close() {
    messages.close();
    watch.close();
    shop.close();
  }

  @Test
  void aMessageIsReadOnceHoweverOftenItComes() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    watch.watch(intent);
    String payment = shop.bank.pay(shop.bank.newest(), PRICE.value());
    byte[] message = shop.bank.message(shop.bank.newest(), payment);
    assertThat(tell(message)).isTrue();
    assertThat(tell(message)).isTrue();
    awaitReleased();
    clock.pass(Duration.ofSeconds(11));
    messages.tick();
    assertThat(rows("verdict = 'ASK'")).isEqualTo(1);
    assertThat(rows("1 = 1")).isEqualTo(1);
  }

  @Test
  void aMessageThatNobodyLookedAtIsLookedAtAfterTheNextStart() {
    shop.charged(shop.execution(1), PRICE);
    String payment = shop.bank.pay(shop.bank.newest(), PRICE.value());
    messages.close();
    assertThat(tell(shop.bank.message(shop.bank.newest(), payment))).isTrue();
    assertThat(rows("verdict is null")).isEqualTo(1);
    begin();
    messages.tick();
    awaitReleased();
  }

  @Test
  void moneyForACodeThatIsNobodysIsKeptForAPersonToLookAt() {
    shop.razorpay.create(
        new Charge.Wanted(
            "another program's", PRICE, clock.instant().plus(Duration.ofMinutes(20))));
    String code = shop.bank.newest();
    String payment = shop.bank.pay(code, PRICE.value());
    assertThat(tell(shop.bank.message(code, payment))).isTrue();
    await().untilAsserted(() -> {
      watch.tick();
      assertThat(moved).hasSize(1);
    });
    assertThat(moved.getFirst().flag()).contains(Flag.PAYMENT_FOREIGN);
    assertThat(shop.onlyClaim().claim().amount()).isEqualTo(PRICE);
  }

  @Test
  void aDisputeIsToldUntilItIsOver() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    String payment = shop.paid(intent, PRICE);
    assertThat(tell(shop.bank.disputeMessage(payment, 500, "open"))).isTrue();
    assertThat(tell(shop.bank.disputeMessage(payment, 500, "open"))).isTrue();
    assertThat(messages.disputes())
        .singleElement()
        .satisfies(dispute -> {
          assertThat(dispute.paymentId()).isEqualTo(payment);
          assertThat(dispute.amount()).isEqualTo(new Paise(500));
          assertThat(dispute.state()).isEqualTo(Dispute.State.OPEN);
          assertThat(dispute.answerBy()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        });
    tell(shop.bank.disputeMessage(payment, 500, "won"));
    assertThat(messages.disputes()).isEmpty();
    assertThat(shop.sum("select count(*) from event where type = 'PaymentDisputed'")).isEqualTo(2);
    assertThat(shop.counter.cashier().paid(intent.executionId())).isPresent();
  }

  @Test
  void aDisputeThatIsOverDoesNotOpenAgainWhenAnOldMessageComesLate() {
    for (String over : List.of("won", "lost")) {
      String execution = shop.execution(over.length());
      String payment = shop.paid(shop.charged(execution, PRICE), PRICE);
      byte[] open = shop.bank.disputeMessage(payment, 500, "open");
      tell(open);
      tell(shop.bank.disputeMessage(payment, 500, over));
      tell(open);
      assertThat(messages.disputes()).as(over).isEmpty();
    }
    assertThat(shop.sum("select count(*) from event where type = 'PaymentDisputed'")).isEqualTo(4);
  }

  @Test
  void afterACrashNothingIsTakenForUnpaidBeforeTheBankWasAsked() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    shop.bank.pay(shop.bank.newest(), PRICE.value());
    watch.resume();
    AtomicReference<Boolean> unpaid = new AtomicReference<>();
    watch.afterAsking(
        intent.executionId(), () -> unpaid.set(shop.counter.cashier().cancel(intent.executionId())));
    await().until(() -> unpaid.get() != null);
    assertThat(unpaid.get()).isFalse();
    assertThat(shop.counter.cashier().paid(intent.executionId())).isPresent();
  }

  @Test
  void afterACrashASilentBankKeepsNobodyWaiting() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    shop.bank.silence(true);
    watch.resume();
    AtomicReference<Boolean> unpaid = new AtomicReference<>();
    watch.afterAsking(
        intent.executionId(), () -> unpaid.set(shop.counter.cashier().cancel(intent.executionId())));
    await().until(() -> unpaid.get() != null);
    assertThat(unpaid.get()).isTrue();
  }

  @Test
  void whatAPersonMarkedWhileTheBankWasSilentIsProvenByItLaterAndNotPaidTwice() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    String payment = shop.bank.pay(shop.bank.newest(), PRICE.value());
    Confirmation marked =
        shop.counter.confirmations().mark(intent.executionId(), PRICE, UTR, "asha");
    assertThat(marked).isEqualTo(new Confirmation.Taken(PRICE));
    assertThat(shop.counter.cashier().paid(intent.executionId())).isPresent();
    assertThat(shop.sum("select count(*) from payment where flag = 'CONFIRMED_BY_HAND'")).isOne();
    assertThat(
            shop.sum("select count(*) from event where type = 'PaymentMarked' and actor = 'asha'"))
        .isOne();
    shop.ask(intent);
    shop.ask(intent);
    assertThat(
            shop.sum(
                "select count(*) from payment where disposition = 'RELEASED' and flag is null"
                    + " and prints_paise = 1250 and payment_id = '" + payment + "'"))
        .isOne();
    assertThat(shop.sum("select count(*) from payment")).isOne();
    assertThat(shop.claims.open()).isEmpty();
  }

  @Test
  void whatAPersonMarkedAndTheOwnerGaveBackAtTheBankIsNotOwedOnceMore() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    String payment = shop.bank.pay(shop.bank.newest(), PRICE.value());
    shop.counter.confirmations().mark(intent.executionId(), PRICE, UTR, "asha");
    shop.ended(intent.executionId(), "FAILED", "PAID_NOT_PRINTED");
    assertThat(shop.onlyClaim().claim().amount()).isEqualTo(PRICE);
    shop.bank.refund(payment, 250);
    shop.ask(intent);
    assertThat(shop.onlyClaim().claim().amount()).isEqualTo(new Paise(1_000));
    shop.bank.refund(payment, 1_000);
    shop.ask(intent);
    shop.ask(intent);
    assertThat(shop.claims.open()).isEmpty();
    assertThat(
            shop.sum(
                "select count(*) from payment where disposition = 'REFUNDED'"
                    + " and flag = 'REFUNDED_OUTSIDE' and outside_paise = 1250"))
        .isOne();
    assertThat(shop.sum("select count(*) from payment")).isOne();
  }

  @Test
  void whatAPersonMarkedAndWentBackAtTheBankBeforeTheWordDoesNotPrint() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    String payment = shop.bank.pay(shop.bank.newest(), PRICE.value());
    shop.counter.confirmations().mark(intent.executionId(), PRICE, UTR, "asha");
    shop.bank.refund(payment, PRICE.value());
    shop.ask(intent);
    assertThat(shop.prints.revoked).containsExactly(intent.executionId());
    assertThat(shop.counter.cashier().paid(intent.executionId())).isEmpty();
  }

  @Test
  void aCreditForWhatAPersonMarkedIsWorthLessByWhatWentBackAtTheBank() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    String payment = shop.bank.pay(shop.bank.newest(), PRICE.value());
    shop.counter.confirmations().mark(intent.executionId(), PRICE, UTR, "asha");
    shop.ended(intent.executionId(), "FAILED", "PAID_NOT_PRINTED");
    shop.settle(shop.onlyClaim().claim(), Settlement.CREDIT, Claim.Share.ALL);
    shop.bank.refund(payment, 250);
    shop.ask(intent);
    assertThat(shop.sum("select left_paise from credit")).isEqualTo(1_000);
    assertThat(shop.claims.open()).isEmpty();
  }

  @Test
  void aSecondPaymentAfterTheProofIsOwed() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    shop.counter.confirmations().mark(intent.executionId(), PRICE, UTR, "asha");
    shop.bank.pay(shop.bank.newest(), PRICE.value());
    shop.bank.pay(shop.bank.newest(), PRICE.value());
    shop.ask(intent);
    assertThat(shop.onlyClaim().claim().code()).isEqualTo("PAYMENT_DUPLICATE");
  }

  @Test
  void whatIsOnlyMarkedCannotGoBackThroughTheBank() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    shop.counter.confirmations().mark(intent.executionId(), PRICE, UTR, "asha");
    shop.ended(intent.executionId(), "FAILED", "PAID_NOT_PRINTED");
    assertThat(shop.onlyClaim().byGateway()).isEqualTo(Paise.ZERO);
    shop.bank.pay(shop.bank.newest(), PRICE.value());
    shop.ask(intent);
    assertThat(shop.onlyClaim().byGateway()).isEqualTo(PRICE);
  }

  @Test
  void aMarkNeedsTheWholeReferenceAndOneThatIsNew() {
    Intent first = shop.charged(shop.execution(1), PRICE);
    Utr brief = Utr.parse("4567", new byte[32]).orElseThrow();
    assertThat(shop.counter.confirmations().mark(first.executionId(), PRICE, brief, "asha"))
        .isEqualTo(new Confirmation.Refused("UTR_WHOLE_NEEDED"));
    shop.counter.confirmations().mark(first.executionId(), PRICE, UTR, "asha");
    Intent second = shop.charged(shop.execution(2), PRICE);
    assertThat(shop.counter.confirmations().mark(second.executionId(), PRICE, UTR, "asha"))
        .isEqualTo(new Confirmation.Refused("PAYMENT_KNOWN"));
  }

  @Test
  void aMessageFromTheBeginningOfASilenceCountsOnceItIsOne() {
    watch.watch(shop.charged(shop.execution(1), PRICE));
    String payment = shop.bank.pay(shop.bank.newest(), PRICE.value());
    shop.bank.silence(true);
    assertThat(tell(shop.bank.message(shop.bank.newest(), payment))).isTrue();
    await().untilAsserted(() -> {
      clock.pass(Duration.ofSeconds(3));
      watch.tick();
      messages.tick();
      assertThat(moved).extracting(Cashier.Outcome::kind).containsExactly(Cashier.Kind.RELEASED);
    });
    assertThat(watch.unanswered()).isTrue();
  }

  @Test
  void oneSilenceWithNothingMoreToAskIsForgotten() {
    shop.bank.silence(true);
    watch.create(new Charge.Wanted("x", PRICE, clock.instant().plus(Duration.ofMinutes(20))));
    assertThat(watch.trouble()).contains("GATEWAY_UNREACHABLE");
    clock.pass(Duration.ofMinutes(3));
    assertThat(watch.trouble()).isEmpty();
    assertThat(watch.unanswered()).isFalse();
  }

  @Test
  void ofACodeThatIsNobodysOnlyThePaymentCountsThatTheMessageNames() {
    shop.razorpay.create(
        new Charge.Wanted("another", PRICE, clock.instant().plus(Duration.ofMinutes(20))));
    String code = shop.bank.newest();
    shop.bank.pay(code, PRICE.value());
    shop.bank.pay(code, PRICE.value());
    String named = shop.bank.pay(code, PRICE.value());
    tell(shop.bank.message(code, named));
    await().untilAsserted(() -> {
      watch.tick();
      assertThat(moved).isNotEmpty();
    });
    assertThat(shop.onlyClaim().claim().id()).endsWith(named);
  }

  private void awaitReleased() {
    await().untilAsserted(() -> {
      watch.tick();
      assertThat(moved).extracting(Cashier.Outcome::kind).containsExactly(Cashier.Kind.RELEASED);
    });
  }

  @Test
  void aReferencePaysOnceAlsoWhenTheBankHasProvenItAndWhicheverWayTheNextOneIsPaid() {
    Intent first = shop.charged(shop.execution(1), PRICE);
    shop.counter.confirmations().mark(first.executionId(), PRICE, UTR, "asha");
    shop.bank.pay(shop.bank.newest(), PRICE.value());
    shop.ask(first);
    Confirmation known = new Confirmation.Refused("PAYMENT_KNOWN");
    Intent second = shop.charged(shop.execution(2), PRICE);
    assertThat(shop.counter.confirmations().mark(second.executionId(), PRICE, UTR, "asha"))
        .isEqualTo(known);
    Intent third = byHand(3);
    assertThat(
            shop.counter.confirmations().upi(third.executionId(), third.expected(), UTR, "asha"))
        .isEqualTo(known);
  }

  @Test
  void aReferenceThatPaidTheShopsOwnAddressWholeOrByItsEndCannotBeMarked() {
    Utr other = Utr.parse("628112349999", new byte[32]).orElseThrow();
    Utr end = Utr.parse("9999", new byte[32]).orElseThrow();
    Paise whole = byHand(1).expected();
    shop.counter.confirmations().upi(shop.execution(1), whole, UTR, "asha");
    Paise brief = byHand(2).expected();
    shop.counter.confirmations().upi(shop.execution(2), brief, end, "asha");
    Confirmation known = new Confirmation.Refused("PAYMENT_KNOWN");
    shop.charged(shop.execution(3), whole);
    assertThat(shop.counter.confirmations().mark(shop.execution(3), whole, UTR, "asha"))
        .isEqualTo(known);
    shop.charged(shop.execution(4), brief);
    assertThat(shop.counter.confirmations().mark(shop.execution(4), brief, other, "asha"))
        .isEqualTo(known);
  }

  private Intent byHand(int number) {
    return shop.awaited(
        shop.execution(number),
        Cashier.Asked.money(Providers.UPI, PRICE, "mac", Duration.ofMinutes(15)));
  }

  private boolean tell(byte[] message) {
    return messages.heard(message, List.of(GatewayMessage.signed("", message).signature()));
  }

  private long rows(String where) {
    return shop.sum("select count(*) from gateway_message where " + where);
  }
}
