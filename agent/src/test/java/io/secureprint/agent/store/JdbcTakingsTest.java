// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.Takings;
import io.secureprint.agent.payment.Books;
import io.secureprint.agent.payment.Cashier;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Counter;
import io.secureprint.agent.payment.Credit;
import io.secureprint.agent.payment.Credits;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Refunds;
import io.secureprint.agent.payment.Settlement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

@OnBothDatabases
final class JdbcTakingsTest {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  /// The settable clock stands at half past three on a Saturday afternoon in India.
  private static final int NOW = 15;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final Ids ids = Ids.secure();
  private Database database;
  private JdbcUnitOfWork unitOfWork;
  private Takings takings;

  @BeforeEach
  void open() throws Database.Unusable {
    database = kind.open(folder);
    unitOfWork = new JdbcUnitOfWork(database);
    takings = new JdbcTakings(unitOfWork, INDIA, true);
  }

  @AfterEach
  void close() {
    unitOfWork.close();
    database.close();
  }

  @Test
  void aDayBeginsAtMidnightInIndia() {
    clock.pass(Duration.ofHours(-NOW).minusMinutes(31));
    paid(5_000);
    clock.pass(Duration.ofMinutes(1));
    paid(1_200);
    clock.pass(Duration.ofHours(NOW));
    paid(300);

    Takings.Day day = takings.on(clock.instant());
    assertThat(day.date()).isEqualTo(TODAY);
    assertThat(day.hour()).isEqualTo(NOW);
    assertThat(day.hours().getFirst()).isEqualTo(new Paise(1_200));
    assertThat(day.hours().get(NOW)).isEqualTo(new Paise(300));
    assertThat(day.taken()).isEqualTo(new Paise(1_500));
  }

  @Test
  void whatIsUsualIsTheMeanOfTheSameWeekdaysOnWhichTheShopWasOpen() {
    assertThat(takings.usual(TODAY).isKnown()).isFalse();
    back(Duration.ofDays(7), 1_000);
    back(Duration.ofDays(21), 4_000);
    back(Duration.ofDays(1), 70_000);
    back(Duration.ofDays(63), 90_000);
    paid(50_000);

    Takings.Usual usual = takings.usual(TODAY);
    assertThat(usual.weeks()).isEqualTo(2);
    assertThat(usual.hours().get(NOW)).isEqualTo(new Paise(2_500));
    assertThat(usual.hours().get(NOW - 1)).isEqualTo(Paise.ZERO);
  }

  @Test
  void practiceMoneyIsNotCounted() {
    paid(700);

    assertThat(new JdbcTakings(unitOfWork, INDIA, false).on(clock.instant()).taken())
        .isEqualTo(Paise.ZERO);
  }

  @Test
  void whatIsGivenBackIsToldAndWhatWasNotPrintedIsNoJob() {
    String printed = paid(1_200);
    ended(printed, "COMPLETED");
    ended(paid(500), "FAILED");
    Claims claims = claims(books());
    String claim = claims.open().getFirst().claim().id();
    claims.settle(
        new Claims.Wish(claim, Settlement.RETURNED, Claim.Share.ALL, new Paise(500), "asha"));

    Takings.Day day = takings.on(clock.instant());
    assertThat(day.returned()).isEqualTo(new Paise(500));
    assertThat(day.taken()).isEqualTo(new Paise(1_700));
    assertThat(day.jobs()).isOne();
    assertThat(day.sheets()).isEqualTo(3);
  }

  @Test
  void whatACreditPaysWasTakenBefore() {
    ended(paid(500), "FAILED");
    String claim = claims(books()).open().getFirst().claim().id();
    String execution = execution();
    Credit.Use use = new Credit.Use(claim, new Paise(500), "asha");
    counter().cashier().open(
        execution,
        new Cashier.Asked(Providers.CREDIT, use.amount(), "mac", Duration.ofMinutes(15), use));
    ended(execution, "COMPLETED");

    Takings.Day day = takings.on(clock.instant());
    assertThat(day.taken()).isEqualTo(new Paise(500));
    assertThat(day.jobs()).isOne();
  }

  private void back(Duration ago, long paise) {
    clock.pass(ago.negated());
    paid(paise);
    clock.pass(ago);
  }

  private String paid(long paise) {
    String execution = execution();
    Counter counter = counter();
    Paise due = new Paise(paise);
    counter.cashier().open(
        execution, Cashier.Asked.money(Providers.CASH, due, "mac", Duration.ofMinutes(15)));
    counter.confirmations().cash(execution, due, "asha");
    return execution;
  }

  private String execution() {
    String execution = ids.hex128();
    unitOfWork.run(
        Durability.STEP,
        () ->
            new JdbcJournal(unitOfWork, clock)
                .insert(TestExecution.of(execution, clock, Facts.of("sheets", 3L)), execution));
    return execution;
  }

  private Counter counter() {
    Books books = books();
    return Counter.of(books, claims(books), credits(books), new ToldPrints((_, _) -> {}));
  }

  private Claims claims(Books books) {
    Refunds refunds = new Refunds(books, new JdbcRefunds(unitOfWork, clock), credits(books));
    return new Claims(books, new JdbcClaims(unitOfWork, clock), refunds, credits(books), "");
  }

  private Credits credits(Books books) {
    return new Credits(books, new JdbcCredits(unitOfWork), new byte[32], Duration.ofDays(180));
  }

  private Books books() {
    return new Books(
        new JdbcLedger(unitOfWork, clock),
        unitOfWork,
        new JdbcEventLog(unitOfWork, clock),
        ids,
        clock,
        true);
  }

  private void ended(String execution, String status) {
    unitOfWork.run(
        Durability.STEP,
        () ->
            unitOfWork
                .handle()
                .execute("update execution set status = ? where id = ?", status, execution));
  }
}
