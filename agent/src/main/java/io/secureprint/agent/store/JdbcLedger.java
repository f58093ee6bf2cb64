// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Intent;
import io.secureprint.agent.payment.IntentState;
import io.secureprint.agent.payment.Ledger;
import io.secureprint.agent.payment.PaymentFact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

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
        "insert into intent (id, execution_id, provider, live, expected_paise, quote_mac, state,"
            + " created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        i.id(), i.executionId(), i.provider(), i.live(), i.expected().value(), i.quoteMac(),
        i.state().name(), Rows.column(i.createdAt()), Rows.column(i.expiresAt()));
  }

  @Override
  public Optional<Intent> newest(String executionId) {
    return unitOfWork
        .handle()
        .select(
            "select * from intent where execution_id = ? order by created_at desc, id limit 1"
                + " for update",
            executionId)
        .map((row, _) -> intent(row))
        .findOne();
  }

  @Override
  public boolean move(String intentId, IntentState from, IntentState to) {
    return unitOfWork.handle().execute(
            "update intent set state = ? where id = ? and state = ?",
            to.name(), intentId, from.name())
        == 1;
  }

  @Override
  public boolean insert(PaymentFact f) {
    return unitOfWork.handle().execute(
            "insert into payment (provider, payment_id, intent_id, live, amount_paise, evidence,"
                + " actor, at) select ?, ?, ?, ?, ?, ?, ?, ? where not exists"
                + " (select 1 from payment where provider = ? and payment_id = ?)",
            f.provider(), f.paymentId(), f.intentId(), f.live(), f.amount().value(),
            f.evidence().code(), f.actor(), Rows.column(f.at()), f.provider(), f.paymentId())
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
            "select i.* from print_release r join intent i on i.id = r.intent_id"
                + " where r.execution_id = ?",
            executionId)
        .map((row, _) -> intent(row))
        .findOne();
  }

  private static Intent intent(ResultSet row) throws SQLException {
    return new Intent(
        row.getString("id"),
        row.getString("execution_id"),
        row.getString("provider"),
        row.getBoolean("live"),
        new Paise(row.getLong("expected_paise")),
        row.getString("quote_mac"),
        IntentState.valueOf(row.getString("state")),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "expires_at"));
  }
}
