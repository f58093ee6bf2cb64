// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Booked;
import io.secureprint.agent.payment.Credit;
import io.secureprint.agent.payment.Flag;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.IntentState;
import io.secureprint.agent.payment.Ledger;
import io.secureprint.agent.payment.PaymentFact;
import io.secureprint.agent.payment.Portions;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Intents, payments and releases.
public final class JdbcLedger implements Ledger {
  private final JdbcUnitOfWork unitOfWork;
  private final Clock clock;

  public JdbcLedger(JdbcUnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void insert(Intent i) {
    Credit.Use use = i.credit();
    unitOfWork.handle().execute(
        "insert into intent (id, execution_id, provider, object_id, live, expected_paise, quote_mac,"
            + " state, created_at, expires_at, credit_claim, credit_paise, credit_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        i.id(), i.executionId(), i.provider(), i.objectId(), i.live(), i.expected().value(),
        i.quoteMac(), i.state().name(), Rows.column(i.createdAt()), Rows.column(i.expiresAt()),
        use == null ? null : use.claimId(), use == null ? 0 : use.amount().value(),
        use == null ? null : use.actor());
  }

  @Override
  public Optional<Intent> newest(String executionId) {
    return intent(
        "where execution_id = ? order by created_at desc, id limit 1 for update", executionId);
  }

  @Override
  public Optional<Intent> find(String intentId) {
    return intent("where id = ?", intentId);
  }

  @Override
  public Optional<Intent> byObject(String provider, String objectId) {
    return intent("where provider = ? and object_id = ? for update", provider, objectId);
  }

  @Override
  public void name(String intentId, String objectId) {
    unitOfWork.handle().execute(
        "update intent set object_id = ? where id = ? and object_id is null", objectId, intentId);
  }

  @Override
  public boolean move(String intentId, IntentState from, IntentState to) {
    return unitOfWork.handle().execute(
            "update intent set state = ? where id = ? and state = ?",
            to.name(), intentId, from.name())
        == 1;
  }

  @Override
  public boolean release(String executionId, String intentId) {
    return unitOfWork.handle().execute(
            "insert into print_release (execution_id, intent_id, released_at) select ?, ?, ?"
                + " where not exists (select 1 from print_release where execution_id = ?)",
            executionId, intentId, Rows.column(clock.instant()), executionId)
        == 1;
  }

  @Override
  public Optional<Intent> released(String executionId) {
    return unitOfWork
        .handle()
        .select(
            "select intent_id from print_release where execution_id = ? and revoked_at is null"
                + " for update",
            executionId)
        .mapTo(String.class)
        .findOne()
        .flatMap(this::find);
  }

  /// What is COMMITTING or further may be on paper.
  @Override
  public boolean revoke(String executionId) {
    return released(executionId).isPresent()
        && unitOfWork.handle().execute(
                "update print_release set revoked_at = ? where execution_id = ? and not exists"
                    + " (select 1 from effect e where e.execution_id = ? and e.kind = 'print'"
                    + " and e.state not in ('PREPARING', 'PREPARED'))",
                Rows.column(clock.instant()), executionId, executionId)
            == 1;
  }

  @Override
  public boolean revoked(String executionId) {
    return Rows.exists(
        unitOfWork
            .handle()
            .select(
                "select 1 from print_release where execution_id = ? and revoked_at is not null",
                executionId));
  }

  @Override
  public Paise returning(String provider, String paymentId) {
    return Rows.paise(
        unitOfWork
            .handle()
            .select(
                "select coalesce(sum(paise), 0) from refund where provider = ? and payment_id = ?"
                    + " and state <> 'FAILED' and tries > 0",
                provider, paymentId));
  }

  @Override
  public List<Intent> since(String provider, Instant since) {
    return intents(
        "where provider = ? and created_at > ? and object_id is not null order by created_at",
        provider, Rows.column(since));
  }

  @Override
  public Set<Long> amountsInTurn(String provider, Instant since) {
    unitOfWork.handle().execute("update turn set taken = taken + 1 where name = 'upi-amount'");
    return intents("where provider = ? and created_at > ?", provider, Rows.column(since)).stream()
        .map(intent -> intent.expected().value())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Booked> payment(String provider, String paymentId) {
    return payments("where p.provider = ? and p.payment_id = ?", provider, paymentId).stream()
        .findFirst();
  }

  @Override
  public void insert(Booked b) {
    PaymentFact f = b.fact();
    Portions p = b.portions();
    unitOfWork.handle().execute(
        "insert into payment (provider, payment_id, object_id, intent_id, live, amount_paise,"
            + " currency, refunded_paise, disposition, flag, prints_paise, owed_paise,"
            + " outside_paise, evidence, actor, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        f.provider(), f.paymentId(), f.objectId(), b.intentId(), f.live(), f.amount().value(),
        f.money().currency(), f.money().refunded().value(), b.disposition().name(), flag(b),
        p.prints().value(), p.owed().value(), p.outside().value(), f.evidence().code(), f.actor(),
        Rows.column(f.at()));
  }

  @Override
  public void update(Booked b) {
    PaymentFact f = b.fact();
    Portions p = b.portions();
    unitOfWork.handle().execute(
        "update payment set refunded_paise = ?, disposition = ?, flag = ?, prints_paise = ?,"
            + " owed_paise = ?, outside_paise = ? where provider = ? and payment_id = ?",
        f.money().refunded().value(), b.disposition().name(), flag(b), p.prints().value(),
        p.owed().value(), p.outside().value(), f.provider(), f.paymentId());
  }

  @Override
  public void wentOutside(Booked before, Portions left) {
    Portions had = before.portions();
    unitOfWork.handle().execute(
        "insert into outside_refund (provider, payment_id, outside_paise, paise, prints_paise, at)"
            + " values (?, ?, ?, ?, ?, ?)",
        before.fact().provider(), before.fact().paymentId(), left.outside().value(),
        left.outside().without(had.outside()).value(), had.prints().without(left.prints()).value(),
        Rows.column(clock.instant()));
  }

  @Override
  public void forget(Booked b) {
    unitOfWork.handle().execute(
        "delete from payment where provider = ? and payment_id = ?"
            + " and (intent_id is null or evidence = 'human')",
        b.fact().provider(), b.fact().paymentId());
  }

  @Override
  public void use(String reference, String intentId) {
    unitOfWork.handle().execute(
        "insert into used_reference (reference, intent_id, at) values (?, ?, ?)",
        reference, intentId, Rows.column(clock.instant()));
  }

  @Override
  public boolean isUsed(String reference) {
    return Rows.exists(
        unitOfWork
            .handle()
            .select("select 1 from used_reference where reference = ?", reference));
  }

  @Override
  public Optional<Booked> marked(Intent intent) {
    return payments(
            "where p.intent_id = ? and p.provider = ? and p.evidence = 'human'"
                + " and p.disposition = 'RELEASED'",
            intent.id(), intent.provider())
        .stream()
        .findFirst();
  }

  @Override
  public List<Booked> held(String executionId) {
    return payments(
        "join intent i on i.id = p.intent_id where i.execution_id = ?"
            + " and p.disposition = 'HELD' order by p.at",
        executionId);
  }

  private Optional<Intent> intent(String where, Object... values) {
    return intents(where, values).stream().findFirst();
  }

  private List<Intent> intents(String where, Object... values) {
    return unitOfWork
        .handle()
        .select("select * from intent " + where, values)
        .map((row, _) -> intent(row))
        .list();
  }

  private List<Booked> payments(String where, Object... values) {
    return unitOfWork
        .handle()
        .select("select p.* from payment p " + where, values)
        .map((row, _) -> Payments.read(row))
        .list();
  }

  private static @Nullable String flag(Booked payment) {
    Flag flag = payment.flag();
    return flag == null ? null : flag.name();
  }

  private static Intent intent(ResultSet row) throws SQLException {
    String credit = row.getString("credit_claim");
    return new Intent(
        row.getString("id"),
        row.getString("execution_id"),
        row.getString("provider"),
        row.getString("object_id"),
        row.getBoolean("live"),
        new Paise(row.getLong("expected_paise")),
        row.getString("quote_mac"),
        IntentState.valueOf(row.getString("state")),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "expires_at"),
        credit == null
            ? null
            : new Credit.Use(
                credit, new Paise(row.getLong("credit_paise")), row.getString("credit_by")));
  }
}
