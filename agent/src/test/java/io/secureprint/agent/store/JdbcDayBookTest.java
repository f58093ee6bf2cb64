// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.DayBook;
import io.secureprint.agent.observe.DayBook.Confirmed;
import io.secureprint.agent.observe.DayBook.End;
import io.secureprint.agent.observe.DayBook.GivenBack;
import io.secureprint.agent.observe.DayBook.Taken;
import io.secureprint.agent.observe.DayBook.Unpaid;
import io.secureprint.agent.observe.DayBook.Unprinted;
import io.secureprint.agent.observe.DayBook.Way;
import io.secureprint.agent.payment.Cashier.Asked;
import io.secureprint.agent.payment.Claim.Share;
import io.secureprint.agent.payment.Confirmations.Confirmation;
import io.secureprint.agent.payment.Credit;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Reason;
import io.secureprint.agent.payment.Settlement;
import io.secureprint.agent.payment.Utr;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// Pages of the books over money of every kind, from the practice bank and from hands.
@OnBothDatabases
final class JdbcDayBookTest {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  /// The settable clock stands at half past three on this day's afternoon in India.
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String NAME = "Blue Mango";
  private static final Utr BRIEF = Utr.parse("0042", new byte[32]).orElseThrow();
  private static final Utr WHOLE = Utr.parse("628112344567", new byte[32]).orElseThrow();

  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private MoneyShop shop;
  private DayBook book;

  @BeforeEach
  void open() throws Exception {
    shop = MoneyShop.open(kind, folder, clock);
    book = book(false);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aDayHasWhatCameByWhichWayAndAddsUpToTheTakings() {
    cash(1, 1_200);
    upi(2, 5_000);
    gateway(3, 3_000);
    mark(4, 900);
    shop.paidAndNotPrinted(5, new Paise(1_000), 0, 6);
    String claim = shop.onlyClaim().claim().id();
    Credit.Use use = new Credit.Use(claim, new Paise(400), "asha");
    Duration wait = Duration.ofMinutes(15);
    shop.awaited(
        shop.execution(6), new Asked(Providers.CREDIT, use.amount(), "mac", wait, use));

    DayBook.Page page = book.of(TODAY);
    assertThat(page.taken())
        .containsExactly(
            new Taken(Way.CASH, 1, new Paise(1_200)),
            new Taken(Way.UPI, 2, new Paise(5_900)),
            new Taken(Way.GATEWAY, 2, new Paise(4_000)),
            new Taken(Way.CREDIT, 1, new Paise(400)));
    assertThat(page.payments()).isEqualTo(5);
    assertThat(page.paid()).isEqualTo(new Paise(11_100));
    assertThat(new JdbcTakings(shop.unitOfWork, INDIA, false).on(clock.instant()).taken())
        .isEqualTo(page.paid());
  }

  @Test
  void whatIsGivenBackStandsOnlyUnderItsOwnDayWhateverTheGatewayReportsOfIt() {
    String payment = shop.paidAndNotPrinted(1, new Paise(1_000), 0, 6);
    clock.pass(Duration.ofDays(1));
    shop.settle(shop.onlyClaim().claim(), Settlement.REFUNDED, Share.ALL);
    assertPaidAndSentBack(1_000, 1_000);
    shop.worker.tick();
    await().until(() -> shop.sum("select count(*) from refund where state <> 'DUE'") == 1);
    shop.askAbout(payment);
    assertThat(shop.sum("select sum(refunded_paise) from payment")).isEqualTo(1_000);
    assertPaidAndSentBack(1_000, 1_000);
  }

  @Test
  void whatWasTooMuchIsNotPaidForAPrintBeforeItGoesBackNorAfterwards() {
    Intent intent = shop.charged(shop.execution(1), new Paise(1_000));
    shop.paid(intent, new Paise(1_200));
    assertThat(shop.counter.held().accept(intent.executionId(), new Reason("seen"), "ravi")).isEmpty();
    assertPaidAndSentBack(1_000, 0);
    clock.pass(Duration.ofDays(1));
    shop.settle(shop.onlyClaim().claim(), Settlement.REFUNDED, Share.ALL);
    assertPaidAndSentBack(1_000, 200);
  }

  @Test
  void whatWentBackBehindTheShopsBackStandsUnderTheDayOnWhichItIsSeen() {
    Intent intent = shop.charged(shop.execution(1), new Paise(3_000));
    String payment = shop.paid(intent, new Paise(3_000));
    clock.pass(Duration.ofDays(1));
    shop.bank.refund(payment, 500);
    shop.ask(intent);
    shop.ask(intent);
    assertPaidAndSentBack(3_000, 500);
    shop.bank.refund(payment, 2_500);
    shop.ask(intent);
    assertPaidAndSentBack(3_000, 3_000);
  }

  @Test
  void whatWentBackBehindTheShopsBackIsSeenAlsoByARefundThatTheGatewayRefuses() {
    String payment = shop.paidAndNotPrinted(1, new Paise(4_600), 0, 12);
    clock.pass(Duration.ofDays(1));
    shop.bank.refund(payment, 4_000);
    shop.settle(shop.onlyClaim().claim(), Settlement.REFUNDED, Share.ALL);
    shop.worker.tick();
    await().until(() -> shop.sum("select count(*) from refund where state = 'FAILED'") == 1);
    assertPaidAndSentBack(4_600, 4_000);
    shop.askAbout(payment);
    assertPaidAndSentBack(4_600, 4_000);
  }

  @Test
  void moneyWithoutAPrintIsThereWithWhatBecameOfIt() {
    settled(1, 2_000, Settlement.RETURNED);
    settled(2, 1_500, Settlement.REFUNDED);
    settled(3, 1_000, Settlement.CREDIT);
    settled(4, 800, Settlement.PRINTED);
    shop.paidAndNotPrinted(5, new Paise(700), 0, 6);

    DayBook.Page page = book.of(TODAY);
    assertThat(page.givenBack())
        .isEqualTo(new GivenBack(new Paise(1_500), new Paise(2_000), new Paise(1_000)));
    assertThat(page.unprinted())
        .extracting(Unprinted::name, Unprinted::amount, Unprinted::end, Unprinted::code)
        .containsExactly(
            row(2_000, End.BY_HAND, ""),
            row(1_500, End.BY_GATEWAY, ""),
            row(1_000, End.AS_CREDIT, ""),
            row(700, End.OPEN, "PAID_NOT_PRINTED"));
  }

  @Test
  void whatIsLeftOfACreditIsGivenBackOnItsOwnDay() {
    shop.paidAndNotPrinted(1, new Paise(2_000), 0, 6);
    String brief = shop.credits.code(shop.onlyClaim().claim().id()).brief();
    shop.settle(shop.onlyClaim().claim(), Settlement.CREDIT, Share.ALL);
    clock.pass(Duration.ofDays(1));
    shop.settle(shop.claims.ofCredit(brief).orElseThrow().claim(), Settlement.RETURNED, Share.ALL);

    assertThat(book.of(TODAY).givenBack())
        .isEqualTo(new GivenBack(Paise.ZERO, Paise.ZERO, new Paise(2_000)));
    assertThat(book.of(TODAY.plusDays(1)).givenBack())
        .isEqualTo(new GivenBack(Paise.ZERO, new Paise(2_000), Paise.ZERO));
    assertThat(book.of(TODAY.plusDays(1)).unprinted())
        .extracting(Unprinted::name, Unprinted::amount, Unprinted::end, Unprinted::code)
        .containsExactly(row(2_000, End.BY_HAND, ""));
  }

  @Test
  void whatPeopleConfirmedIsThereByTheEndOfItsReferenceAndNoMore() {
    cash(1, 1_200);
    upi(2, 5_000);
    mark(3, 900);
    Intent partly = shop.charged(shop.execution(4), new Paise(1_000));
    shop.paid(partly, new Paise(700));
    assertThat(shop.counter.held().accept(partly.executionId(), new Reason("seen"), "ravi")).isEmpty();

    DayBook.Page page = book.of(TODAY);
    assertThat(page.confirmed())
        .extracting(Confirmed::amount, Confirmed::way, Confirmed::digits, Confirmed::actor)
        .containsExactly(
            seen(1_200, Way.CASH, "", "asha"),
            seen(5_000, Way.UPI, "0042", "asha"),
            seen(900, Way.UPI, "4567", "asha"),
            seen(300, Way.CASH, "", "ravi"));
    assertThat(page.confirmed()).allMatch(row -> row.name().equals(NAME));
    assertThat(page.toString()).doesNotContain("utr-", "day-", "cash-", "rest-", WHOLE.mac());
  }

  @Test
  void whatTheGatewayHasProvenIsNotConfirmedByHandAnyMore() {
    Intent marked = mark(1, 900);
    assertThat(book.of(TODAY).confirmed()).hasSize(1);
    shop.paid(marked, new Paise(900));

    assertThat(book.of(TODAY).confirmed()).isEmpty();
    assertThat(book.of(TODAY).taken()).contains(new Taken(Way.GATEWAY, 1, new Paise(900)));
  }

  @Test
  void aDayBeginsAtMidnightInIndia() {
    clock.pass(Duration.ofHours(-15).minusMinutes(31));
    cash(1, 5_000);
    clock.pass(Duration.ofMinutes(1));
    cash(2, 1_200);
    settled(3, 700, Settlement.REFUNDED);

    assertThat(book.of(TODAY).paid()).isEqualTo(new Paise(1_900));
    assertThat(book.of(TODAY).confirmed()).extracting(Confirmed::amount).containsExactly(new Paise(1_200));
    assertThat(book.of(TODAY.minusDays(1)).paid()).isEqualTo(new Paise(5_000));
    assertThat(book.of(TODAY.minusDays(1)).givenBack().byGateway()).isEqualTo(Paise.ZERO);
    assertThat(book.of(TODAY.minusDays(1)).unprinted()).isEmpty();
    assertThat(book.of(TODAY.plusDays(1)).paid()).isEqualTo(Paise.ZERO);
  }

  @Test
  void onlyWhatIsOrMayBeOnPaperWithoutAPaymentIsAPrintWithoutMoney() {
    shop.print(gateway(1, 3_000), EffectState.COMMITTING, Facts.NONE);
    String takenBack = shop.execution(2);
    shop.print(takenBack, EffectState.ABORTED, Facts.of("sides", 0L));
    shop.execution(3);
    assertThat(book.of(TODAY).unpaid()).isEmpty();
    Unpaid wrong = new Unpaid(clock.instant(), NAME);

    shop.print(shop.execution(4), EffectState.COMMITTING, Facts.NONE);
    assertThat(book.of(TODAY).unpaid()).containsExactly(wrong);
    shop.print(shop.execution(5), EffectState.ABORTED, Facts.of("sides", 2L));
    assertThat(book.of(TODAY).unpaid()).containsExactly(wrong, wrong);
    assertThat(book.of(TODAY.minusDays(1)).unpaid()).isEmpty();
  }

  @Test
  void practiceMoneyIsNotInTheBooksOfALiveShop() {
    cash(1, 1_200);
    settled(2, 700, Settlement.RETURNED);

    DayBook.Page page = book(true).of(TODAY);
    assertThat(page.paid()).isEqualTo(Paise.ZERO);
    assertThat(page.givenBack().byHand()).isEqualTo(Paise.ZERO);
    assertThat(page.confirmed()).isEmpty();
    assertThat(page.unprinted()).isEmpty();
  }

  private DayBook book(boolean live) {
    return new JdbcDayBook(
        shop.unitOfWork, new JdbcClaims(shop.unitOfWork, clock), INDIA, live);
  }

  /// Paid today by the gateway, and sent back by it tomorrow; the takings agree.
  private void assertPaidAndSentBack(long paid, long back) {
    assertThat(book.of(TODAY).paid()).isEqualTo(new Paise(paid));
    assertThat(book.of(TODAY).givenBack().byGateway()).isEqualTo(Paise.ZERO);
    assertThat(book.of(TODAY.plusDays(1)).paid()).isEqualTo(Paise.ZERO);
    assertThat(book.of(TODAY.plusDays(1)).givenBack().byGateway()).isEqualTo(new Paise(back));
    Instant today = TODAY.atTime(LocalTime.NOON).atZone(INDIA).toInstant();
    assertThat(new JdbcTakings(shop.unitOfWork, INDIA, false).on(today).taken())
        .isEqualTo(new Paise(paid));
  }

  private void cash(int number, long paise) {
    Intent intent = awaited(number, Providers.CASH, paise);
    assertThat(shop.counter.confirmations().cash(intent.executionId(), new Paise(paise), "asha"))
        .isInstanceOf(Confirmation.Taken.class);
    clock.pass(Duration.ofSeconds(1));
  }

  private void upi(int number, long paise) {
    Intent intent = awaited(number, Providers.UPI, paise);
    assertThat(
            shop.counter.confirmations().upi(intent.executionId(), new Paise(paise), BRIEF, "asha"))
        .isInstanceOf(Confirmation.Taken.class);
    clock.pass(Duration.ofSeconds(1));
  }

  private Intent awaited(int number, String provider, long paise) {
    return shop.awaited(
        shop.execution(number),
        Asked.money(provider, new Paise(paise), "mac", Duration.ofMinutes(15)));
  }

  private String gateway(int number, long paise) {
    String execution = shop.execution(number);
    shop.paid(shop.charged(execution, new Paise(paise)), new Paise(paise));
    return execution;
  }

  private Intent mark(int number, long paise) {
    Intent intent = shop.charged(shop.execution(number), new Paise(paise));
    assertThat(
            shop.counter.confirmations().mark(intent.executionId(), new Paise(paise), WHOLE, "asha"))
        .isInstanceOf(Confirmation.Taken.class);
    clock.pass(Duration.ofSeconds(1));
    return intent;
  }

  private void settled(int number, long paise, Settlement how) {
    shop.paidAndNotPrinted(number, new Paise(paise), 0, 6);
    shop.settle(shop.onlyClaim().claim(), how, Share.ALL);
    clock.pass(Duration.ofSeconds(1));
  }

  private static Tuple row(long paise, End end, String code) {
    return tuple(NAME, new Paise(paise), end, code);
  }

  private static Tuple seen(
      long paise, Way way, String digits, String actor) {
    return tuple(new Paise(paise), way, digits, actor);
  }
}
