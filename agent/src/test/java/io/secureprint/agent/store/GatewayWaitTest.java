// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.GatewayWatch;
import io.secureprint.agent.payment.Intent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// When the wait for money from the practice bank is over.
@OnBothDatabases
final class GatewayWaitTest {
  private static final Paise PRICE = new Paise(1_250);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<Cashier.Outcome> moved = new CopyOnWriteArrayList<>();
  private MoneyShop shop;
  private GatewayWatch watch;

  @BeforeEach
  void open() throws Exception {
    shop = MoneyShop.open(kind, folder, clock);
    watch = new GatewayWatch(shop.razorpay, shop.counter.cashier(), shop.books, moved::add);
  }

  @AfterEach
  void close() {
    watch.close();
    shop.close();
  }

  @Test
  void aWaitIsOverWhenTheBankHasSaidAfterItsEndThatNothingCame() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    watch.watch(intent);
    untilTold(intent, intent.createdAt());
    assertThat(watch.toldAfter(charge(intent), intent.expiresAt())).isFalse();
    shop.bank.silence(true);
    clock.pass(Duration.ofMinutes(20));
    watch.tick();
    assertThat(isOver(intent)).isFalse();
    shop.bank.silence(false);
    untilTold(intent, intent.expiresAt());
    assertThat(isOver(intent)).isTrue();
  }

  @Test
  void moneyThatCameBeforeASilenceStillPrintsWhenTheSilenceOutlivesTheWait() {
    Intent intent = shop.charged(shop.execution(1), PRICE);
    shop.bank.pay(charge(intent), PRICE.value());
    shop.bank.silence(true);
    watch.watch(intent);
    clock.pass(Duration.ofMinutes(30));
    watch.tick();
    assertThat(isOver(intent)).isFalse();
    shop.bank.silence(false);
    untilTold(intent, intent.expiresAt());
    await().until(() -> !moved.isEmpty());
    assertThat(moved).extracting(Cashier.Outcome::kind).containsExactly(Cashier.Kind.RELEASED);
  }

  private void untilTold(Intent intent, Instant since) {
    await().until(() -> {
      clock.pass(Duration.ofSeconds(10));
      watch.tick();
      return watch.toldAfter(charge(intent), since);
    });
  }

  private boolean isOver(Intent intent) {
    return shop.counter.cashier()
        .expire(intent.executionId(), watch.toldAfter(charge(intent), intent.expiresAt()));
  }

  private static String charge(Intent intent) {
    return Objects.requireNonNull(intent.objectId());
  }
}
