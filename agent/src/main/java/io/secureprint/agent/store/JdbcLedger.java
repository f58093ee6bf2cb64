// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Booked;
import io.secureprint.agent.payment.Disposition;
import io.secureprint.agent.payment.Flag;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.IntentState;
import io.secureprint.agent.payment.Ledger;
import io.secureprint.agent.payment.PaymentFact;

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
    unitOfWork.handle().execute(
        "insert into intent (id, execution_id, provider, object_id, live, expected_paise, quote_mac,"
            + " state, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        i.id(), i.executionId(), i.provider(), i.objectId(), i.live(), i.expected().value(),
        i.quoteMac(), i.state().name(), Rows.column(i.createdAt()), Rows.column(i.expiresAt()));
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
    return intent(
        "where id in (select intent_id from print_release where execution_id = ?)", executionId);
  }

  @Override
  public List<Intent> since(String provider, Instant since) {
    return intents(
        "where provider = ? and created_at > ? and object_id is not null order by created_at",
        provider, Rows.column(since));
  }

  @Override
  public Set<Long> amountsSince(String provider, Instant since) {
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
    unitOfWork.handle().execute(
        "insert into payment (provider, payment_id, object_id, intent_id, live, amount_paise,"
            + " currency, refunded_paise, disposition, flag, owed_paise, evidence, actor, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        f.provider(), f.paymentId(), f.objectId(), b.intentId(), f.live(), f.amount().value(),
        f.money().currency(), f.money().refunded().value(), b.disposition().name(), flag(b),
        b.owed().value(), f.evidence().code(), f.actor(), Rows.column(f.at()));
  }

  @Override
  public void update(Booked b) {
    PaymentFact f = b.fact();
    unitOfWork.handle().execute(
        "update payment set refunded_paise = ?, disposition = ?, flag = ?, owed_paise = ?"
            + " where provider = ? and payment_id = ?",
        f.money().refunded().value(), b.disposition().name(), flag(b), b.owed().value(),
        f.provider(), f.paymentId());
  }

  @Override
  public void forget(Booked b) {
    unitOfWork.handle().execute(
        "delete from payment where provider = ? and payment_id = ? and intent_id is null",
        b.fact().provider(), b.fact().paymentId());
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
        .map((row, _) -> payment(row))
        .list();
  }

  private static @Nullable String flag(Booked payment) {
    Flag flag = payment.flag();
    return flag == null ? null : flag.name();
  }

  private static Intent intent(ResultSet row) throws SQLException {
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
        Rows.instant(row, "expires_at"));
  }

  private static Booked payment(ResultSet row) throws SQLException {
    String flag = row.getString("flag");
    return new Booked(
        fact(row),
        row.getString("intent_id"),
        Disposition.valueOf(row.getString("disposition")),
        flag == null ? null : Flag.valueOf(flag),
        new Paise(row.getLong("owed_paise")));
  }

  /// Only captured money is in the books.
  private static PaymentFact fact(ResultSet row) throws SQLException {
    return new PaymentFact(
        row.getString("provider"),
        row.getBoolean("live"),
        row.getString("object_id"),
        row.getString("payment_id"),
        new PaymentFact.Money(
            new Paise(row.getLong("amount_paise")),
            row.getString("currency"),
            true,
            new Paise(row.getLong("refunded_paise"))),
        PaymentFact.Evidence.of(row.getString("evidence")),
        row.getString("actor"),
        Rows.instant(row, "at"));
  }
}
