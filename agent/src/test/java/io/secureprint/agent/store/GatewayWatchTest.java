// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Charge;
import io.secureprint.agent.payment.Dispute;
import io.secureprint.agent.payment.Flag;
import io.secureprint.agent.payment.GatewayMessages;
import io.secureprint.agent.payment.GatewayWatch;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.practice.GatewayMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// Questions to the practice bank and its messages, over a real socket and a real database.
@OnBothDatabases
final class GatewayWatchTest {
  private static final Paise PRICE = new Paise(1_250);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<Cashier.Outcome> moved = new CopyOnWriteArrayList<>();
  private MoneyShop shop;
  private GatewayWatch watch;
  private GatewayMessages messages;

  @BeforeEach
  void open() throws Exception {
    shop = MoneyShop.open(kind, folder, clock);
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

  private boolean tell(byte[] message) {
    return messages.heard(message, List.of(GatewayMessage.signed("", message).signature()));
  }

  private long rows(String where) {
    return shop.sum("select count(*) from gateway_message where " + where);
  }
}
