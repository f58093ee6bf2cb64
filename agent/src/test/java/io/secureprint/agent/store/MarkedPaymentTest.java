// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Confirmations.Confirmation;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Settlement;
import io.secureprint.agent.payment.Utr;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;

/// What a person of the shop says is in the account, and what the practice bank says of it later.
@OnBothDatabases
final class MarkedPaymentTest {
  private static final Paise PRICE = new Paise(1_250);
  private static final Utr UTR = Utr.parse("628112344567", new byte[32]).orElseThrow();

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private MoneyShop shop;

  @BeforeEach
  void open() throws Exception {
    shop = MoneyShop.open(kind, folder, new SettableClock());
  }

  @AfterEach
  void close() {
    shop.close();
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
    String payment = paidAndMarked(intent);
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
    String payment = paidAndMarked(intent);
    shop.bank.refund(payment, PRICE.value());
    shop.ask(intent);
    assertThat(shop.prints.revoked).containsExactly(intent.executionId());
    assertThat(shop.counter.cashier().paid(intent.executionId())).isEmpty();
  }

  @Test
  void aCreditForWhatAPersonMarkedIsWorthLessByWhatWentBackAtTheBank() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    String payment = paidAndMarked(intent);
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

  /// The customer has paid, and a person of the shop says so before the bank does.
  private String paidAndMarked(Intent intent) {
    String payment = shop.bank.pay(shop.bank.newest(), PRICE.value());
    shop.counter.confirmations().mark(intent.executionId(), PRICE, UTR, "asha");
    return payment;
  }

  private Intent byHand(int number) {
    return shop.awaited(
        shop.execution(number),
        Cashier.Asked.money(Providers.UPI, PRICE, "mac", Duration.ofMinutes(15)));
  }
}
