// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What is owed is asked for every few seconds: that must not take longer with each day's customers.
final class OpenClaimsTest {
  private static final int SETTLED = 300;
  private static final Paise PRICE = new Paise(1_000);
  private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private MoneyShop shop;

  @BeforeEach
  void manyCustomersHadTheirSheetsAndOneHadNot() throws IOException, Database.Unusable {
    shop = MoneyShop.open(TestDatabase.H2, folder, clock);
    shop.paidAndNotPrinted(0, PRICE, 0, 3);
    shop.unitOfWork.run(Durability.STEP, this::manyMore);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void onlyWhatMayBeOwedIsRead() {
    assertThat(shop.claims.open()).hasSize(1);
    for (String query : new String[] {JdbcClaims.PRINTS, JdbcClaims.PAYMENTS, JdbcClaims.REFUNDS}) {
      assertThat(read(query.formatted(""))).as(query).isLessThan(SETTLED);
    }
    assertThat(read(JdbcRefunds.SHOWN.replace("?", "timestamp with time zone '2100-01-01 00:00:00Z'")))
        .isLessThan(SETTLED);
  }

  @Test
  void oneClaimIsFoundAmongAllByItsOwnName() {
    String claim = shop.onlyClaim().claim().id();
    String query = JdbcClaims.PRINTS.formatted("and r.execution_id = '" + claim + "'");
    assertThat(read(query)).isLessThan(20);
    assertThat(shop.unitOfWork.call(
            Durability.STEP, () -> new JdbcClaims(shop.unitOfWork, clock).find(claim)))
        .isPresent();
  }

  @Test
  void aPrintThatEndsWellIsNeverLookedAtAgain() {
    String execution = shop.execution(5);
    shop.paid(shop.charged(execution, PRICE), PRICE);
    assertThat(closed(execution)).isZero();
    JdbcJournal journal = new JdbcJournal(shop.unitOfWork, clock);
    shop.unitOfWork.run(Durability.STEP, () -> {
      Execution now = journal.find(execution).orElseThrow();
      Execution ended =
          new Execution(
              now.identity(), ExecutionStatus.COMPLETED, now.position(), now.facts(),
              now.revision() + 1);
      assertThat(journal.update(ended)).isTrue();
    });
    assertThat(closed(execution)).isEqualTo(1);
  }

  private long closed(String execution) {
    return shop.sum(
        "select count(*) from print_release where closed and execution_id = '" + execution + "'");
  }

  /// As the years bring them: executions that ended well, with their payments and refunds.
  private void manyMore() {
    var handle = shop.unitOfWork.handle();
    String numbers = " from system_range(1, " + SETTLED + ")";
    handle.execute(
        "insert into execution (id, workflow, definition, dedupe_key, session_id, correlation_id,"
            + " status, ending, started_at)"
            + " select 'old' || x, 'print', '{}', 'old' || x, 's', 'c', 'COMPLETED', 'COMPLETED', now()"
            + numbers);
    handle.execute(
        "insert into execution_state (execution_id, round, step, step_key, attempt, waiting, facts,"
            + " revision) select 'old' || x, 0, 1, 'cleanup', 1, false, '{}', 1" + numbers);
    handle.execute(
        "insert into intent (id, execution_id, provider, live, expected_paise, quote_mac, state,"
            + " created_at, expires_at) select 'int' || x, 'old' || x, 'razorpay', false, 100, 'm',"
            + " 'PAID', now(), now()" + numbers);
    handle.execute(
        "insert into payment (provider, payment_id, object_id, intent_id, live, amount_paise,"
            + " currency, refunded_paise, disposition, owed_paise, evidence, actor, at, prints_paise)"
            + " select 'razorpay', 'pay' || x, 'o', 'int' || x, false, 100, 'INR', 0, 'RELEASED', 0,"
            + " 'pull', 'gateway', now(), 100" + numbers);
    handle.execute(
        "insert into print_release (execution_id, intent_id, released_at, closed)"
            + " select 'old' || x, 'int' || x, now(), true" + numbers);
    handle.execute(
        "insert into refund (id, intent_id, claim_id, provider, payment_id, paise, state, tries,"
            + " due_at, since, ended_at) select 'rf' || x, 'int' || x, 'c', 'razorpay', 'pay' || x, 50,"
            + " 'PROCESSED', 1, now(), now(), now()" + numbers);
    handle.execute("analyze");
  }

  /// How many rows the database looks at to answer.
  private long read(String query) {
    String plan =
        shop.unitOfWork.call(
            Durability.STEP,
            () ->
                shop.unitOfWork
                    .handle()
                    .select("explain analyze " + query)
                    .mapTo(String.class)
                    .one());
    return READ.matcher(plan).results().map(MatchResult::group).mapToLong(OpenClaimsTest::count).sum();
  }

  private static long count(String found) {
    return Long.parseLong(found.replaceAll("\\D", ""));
  }
}
