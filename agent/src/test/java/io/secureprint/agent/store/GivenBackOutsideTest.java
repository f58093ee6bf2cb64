// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.payment.Intent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.io.IOException;
import java.nio.file.Path;

/// Money that somebody gave back in the gateway's dashboard: before the print it cancels the print, after
/// the word it is only told (`payments.md` 8.3, row 12).
@OnBothDatabases
final class GivenBackOutsideTest {
  private static final Paise PRICE = new Paise(4_600);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private MoneyShop shop;
  private String execution;
  private Intent intent;

  @BeforeEach
  void open() throws IOException, Database.Unusable {
    shop = MoneyShop.open(kind, folder, clock);
    execution = shop.execution(1);
    intent = shop.charged(execution, PRICE);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whatWentBackBeforeTheWordDoesNotPrint() {
    String payment = shop.paid(intent, PRICE);
    shop.bank.refund(payment, PRICE.value());
    shop.ask(intent);
    assertThat(shop.prints.revoked).containsExactly(execution);
    assertThat(mayPrint()).isFalse();
    shop.ask(intent);
    assertThat(shop.prints.revoked).hasSize(1);
    shop.ended(execution, "CANCELLED", "REFUNDED_OUTSIDE");
    assertThat(shop.claims.open()).isEmpty();
  }

  @Test
  void aPartThatWentBackCancelsThePrintTooAndTheRestIsOwed() {
    String payment = shop.paid(intent, PRICE);
    shop.bank.refund(payment, 1_000);
    shop.ask(intent);
    assertThat(mayPrint()).isFalse();
    shop.ended(execution, "CANCELLED", "REFUNDED_OUTSIDE");
    assertThat(shop.onlyClaim().claim().amount()).isEqualTo(new Paise(3_600));
    assertThat(shop.onlyClaim().byGateway()).isEqualTo(new Paise(3_600));
  }

  @Test
  void behindTheWordItIsOnlyTold() {
    String payment = shop.paid(intent, PRICE);
    shop.print(execution, EffectState.COMMITTING, Facts.NONE);
    shop.bank.refund(payment, PRICE.value());
    shop.ask(intent);
    assertThat(shop.prints.revoked).isEmpty();
    assertThat(mayPrint()).isTrue();
    assertThat(flag(payment)).isEqualTo("REFUNDED_OUTSIDE");
  }

  @Test
  void whatHadGoneBackWhenItWasFirstSeenReleasesNothingAndOnlyTheRestIsOwed() {
    String object = String.valueOf(intent.objectId());
    String payment = shop.bank.pay(object, PRICE.value());
    shop.bank.refund(payment, 1_000);
    shop.ask(intent);
    assertThat(mayPrint()).isFalse();
    assertThat(shop.onlyClaim().claim().amount()).isEqualTo(new Paise(3_600));
  }

  private boolean mayPrint() {
    return shop.unitOfWork.call(
        Durability.STEP,
        () -> new JdbcLedger(shop.unitOfWork, clock).released(execution).isPresent());
  }

  private String flag(String payment) {
    return shop.unitOfWork.call(
        Durability.STEP,
        () ->
            shop.unitOfWork
                .handle()
                .select("select flag from payment where payment_id = ?", payment)
                .mapTo(String.class)
                .one());
  }
}
