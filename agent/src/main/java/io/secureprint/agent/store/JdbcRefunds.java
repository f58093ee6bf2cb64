// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Booked;
import io.secureprint.agent.payment.Refund;
import io.secureprint.agent.payment.Refunds;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// The rows of refunds.
public final class JdbcRefunds implements Refunds.Rows {
  /// Those under way, and those that were done lately, each found by the index. H2
  /// would join the other way round, and read every intent, if it were free to.
  static final String SHOWN =
      """
      select r.*, s.facts from (
        select * from refund where state in ('DUE', 'PENDING')
        union all select * from refund where state = 'PROCESSED' and ended_at > ?) r
      left join intent i on i.id = r.intent_id
      left join execution_state s on s.execution_id = i.execution_id
      order by r.since
      """;

  private final JdbcUnitOfWork unitOfWork;
  private final Clock clock;

  public JdbcRefunds(JdbcUnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void insert(Refund r, String intentId) {
    unitOfWork.handle().execute(
        "insert into refund (id, intent_id, claim_id, provider, payment_id, paise, state, tries,"
            + " due_at, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        r.id(), intentId, r.claimId(), r.provider(), r.paymentId(), r.amount().value(),
        r.state().name(), r.tries(), Rows.column(r.due()), Rows.column(r.since()));
  }

  @Override
  public int count(String intentId) {
    return unitOfWork
        .handle()
        .select("select count(*) from refund where intent_id = ?", intentId)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Booked locked(String provider, String paymentId) {
    return unitOfWork
        .handle()
        .select(
            "select * from payment where provider = ? and payment_id = ? for update",
            provider, paymentId)
        .map((row, _) -> Payments.read(row))
        .one();
  }

  @Override
  public Paise ordered(String provider, String paymentId) {
    return Rows.paise(
        unitOfWork
            .handle()
            .select(
                "select coalesce(sum(paise), 0) from refund where provider = ? and payment_id = ?"
                    + " and state <> 'FAILED'",
                provider, paymentId));
  }

  @Override
  public boolean known(String id) {
    return Rows.exists(unitOfWork.handle().select("select 1 from refund where id = ?", id));
  }

  @Override
  public List<Refund> due(String provider, Instant now) {
    return unitOfWork
        .handle()
        .select(
            "select * from refund where provider = ? and due_at <= ?"
                + " and state in ('DUE', 'PENDING') order by due_at",
            provider, Rows.column(now))
        .map((row, _) -> refund(row))
        .list();
  }

  @Override
  public List<Refunds.Shown> shown(Instant since) {
    return unitOfWork
        .handle()
        .select(SHOWN, Rows.column(since))
        .map((row, _) -> shown(row))
        .list();
  }

  @Override
  public void tried(String id, Instant again) {
    unitOfWork.handle().execute(
        "update refund set tries = tries + 1, due_at = ? where id = ?", Rows.column(again), id);
  }

  @Override
  public void later(String id, Instant again) {
    unitOfWork.handle().execute(
        "update refund set due_at = ? where id = ?", Rows.column(again), id);
  }

  @Override
  public boolean move(Refund refund, Refund.State to, @Nullable String code, Instant again) {
    boolean over = Refund.State.LIFECYCLE.terminal(to);
    return unitOfWork.handle().execute(
            "update refund set state = ?, code = ?, due_at = ?, ended_at = ?"
                + " where id = ? and state = ?",
            to.name(), code, Rows.column(again), over ? Rows.column(clock.instant()) : null,
            refund.id(), refund.state().name())
        == 1;
  }

  private static Refunds.Shown shown(ResultSet row) throws SQLException {
    return new Refunds.Shown(refund(row), Rows.customer(row));
  }

  private static Refund refund(ResultSet row) throws SQLException {
    return new Refund(
        row.getString("id"),
        row.getString("claim_id"),
        row.getString("provider"),
        row.getString("payment_id"),
        new Paise(row.getLong("paise")),
        Refund.State.valueOf(row.getString("state")),
        row.getInt("tries"),
        Rows.instant(row, "due_at"),
        Rows.instant(row, "since"),
        row.getString("code"));
  }
}
