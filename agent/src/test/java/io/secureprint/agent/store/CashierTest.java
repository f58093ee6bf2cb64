// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Cashier.Confirmation;
import io.secureprint.agent.payment.Providers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class CashierTest {
  private static final String EXECUTION = "e".repeat(32);
  private static final Paise DUE = new Paise(1_200);
  private static final Duration WAIT = Duration.ofMinutes(15);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<String> told = new ArrayList<>();
  private Database database;
  private JdbcUnitOfWork unitOfWork;
  private JdbcLedger ledger;
  private Cashier cashier;

  @BeforeEach
  void open() throws Database.Unusable {
    database = Database.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    ledger = new JdbcLedger(unitOfWork, clock);
    cashier =
        new Cashier(
            ledger,
            unitOfWork,
            new JdbcEventLog(unitOfWork, clock),
            (execution, intent) -> told.add(execution + " " + intent.expected()),
            Ids.secure(),
            clock,
            false);
    unitOfWork.run(Durability.STEP, () ->
        new JdbcJournal(unitOfWork, clock).insert(TestExecution.of(EXECUTION, clock), "dedupe"));
  }

  @AfterEach
  void close() {
    unitOfWork.close();
    database.close();
  }

  @Test
  void awaitedMoneyIsTakenOnceAndReleasesOnce() {
    cashier.open(EXECUTION, new Cashier.Asked(Providers.CASH, DUE, "mac", WAIT));
    assertThat(cashier.confirmCash(EXECUTION, DUE, "asha")).isEqualTo(new Confirmation.Taken(DUE));
    assertThat(cashier.confirmCash(EXECUTION, DUE, "asha"))
        .isEqualTo(new Confirmation.Refused("ALREADY_PAID"));
    assertThat(told).containsExactly(EXECUTION + " ₹12.00");
    assertThat(unitOfWork.call(Durability.STEP, () -> ledger.released(EXECUTION)))
        .hasValueSatisfying(paid -> assertThat(paid.quoteMac()).isEqualTo("mac"));
  }

  @Test
  void theWaitEndsTwoMinutesAfterTheIntentExpiresAndNotBefore() {
    cashier.open(EXECUTION, new Cashier.Asked(Providers.CASH, DUE, "mac", WAIT));
    clock.pass(WAIT.plusMinutes(2));
    assertThat(cashier.expire(EXECUTION)).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(cashier.expire(EXECUTION)).isTrue();
    assertThat(cashier.expire(EXECUTION)).isFalse();
    assertThat(cashier.confirmCash(EXECUTION, DUE, "asha"))
        .isEqualTo(new Confirmation.Refused("NOT_AWAITING_PAYMENT"));
  }

  @Test
  void whatIsPaidNeverExpires() {
    cashier.open(EXECUTION, new Cashier.Asked(Providers.CASH, DUE, "mac", WAIT));
    cashier.confirmCash(EXECUTION, DUE, "asha");
    clock.pass(Duration.ofDays(1));
    assertThat(cashier.expire(EXECUTION)).isFalse();
    assertThat(cashier.cancel(EXECUTION)).isFalse();
  }

  @Test
  void afterAnExpiryTheSameCustomerMayPayAnew() {
    cashier.open(EXECUTION, new Cashier.Asked(Providers.CASH, DUE, "old", WAIT));
    clock.pass(WAIT.plusMinutes(3));
    cashier.expire(EXECUTION);
    clock.pass(Duration.ofSeconds(1));
    cashier.open(EXECUTION, new Cashier.Asked(Providers.CASH, DUE, "new", WAIT));
    assertThat(cashier.confirmCash(EXECUTION, DUE, "asha")).isEqualTo(new Confirmation.Taken(DUE));
  }
}
