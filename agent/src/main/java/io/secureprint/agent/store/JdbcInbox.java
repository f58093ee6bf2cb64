// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Dispute;
import io.secureprint.agent.payment.Inbox;
import io.secureprint.agent.payment.PaymentFact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// What a gateway says by itself.
public final class JdbcInbox implements Inbox {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcInbox(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public boolean insert(Received message) {
    PaymentFact f = message.fact();
    return unitOfWork.handle().execute(
            "insert into gateway_message (provider, sha256, received_at, live, object_id, payment_id,"
                + " paise, currency, captured, refunded_paise, paid_at)"
                + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists"
                + " (select 1 from gateway_message where provider = ? and sha256 = ?)",
            f.provider(), message.sha256(), Rows.column(message.at()), f.live(), f.objectId(),
            f.paymentId(), f.amount().value(), f.money().currency(), f.money().captured(),
            f.money().refunded().value(), Rows.column(f.at()), f.provider(), message.sha256())
        == 1;
  }

  @Override
  public List<Received> unread(String provider, int most) {
    return unitOfWork
        .handle()
        .select(
            "select * from gateway_message where provider = ? and verdict is null"
                + " order by received_at fetch first " + most + " rows only",
            provider)
        .map((row, _) -> received(row))
        .list();
  }

  @Override
  public void read(Received message, String verdict) {
    unitOfWork.handle().execute(
        "update gateway_message set verdict = ? where provider = ? and sha256 = ?",
        verdict, message.fact().provider(), message.sha256());
  }

  @Override
  public void forget(Instant before) {
    unitOfWork.handle().execute(
        "delete from gateway_message where received_at < ? and verdict is not null",
        Rows.column(before));
  }

  @Override
  public boolean put(Dispute d, Instant now) {
    int updated =
        unitOfWork.handle().execute(
            "update dispute set state = ?, paise = ?, answer_by = ?, told_at = ?"
                + " where provider = ? and dispute_id = ? and state <> ?"
                + " and (state = 'OPEN' or ? <> 'OPEN')",
            d.state().name(), d.amount().value(), Rows.column(d.answerBy()), Rows.column(now),
            d.provider(), d.id(), d.state().name(), d.state().name());
    return updated == 1
        || unitOfWork.handle().execute(
                "insert into dispute (provider, dispute_id, payment_id, paise, state, answer_by,"
                    + " told_at) select ?, ?, ?, ?, ?, ?, ? where not exists"
                    + " (select 1 from dispute where provider = ? and dispute_id = ?)",
                d.provider(), d.id(), d.paymentId(), d.amount().value(), d.state().name(),
                Rows.column(d.answerBy()), Rows.column(now), d.provider(), d.id())
            == 1;
  }

  @Override
  public List<Dispute> open(String provider, Instant now) {
    return unitOfWork
        .handle()
        .select(
            "select * from dispute where state = 'OPEN' and provider = ? and answer_by > ?"
                + " order by answer_by",
            provider, Rows.column(now))
        .map((row, _) -> dispute(row))
        .list();
  }

  private static Received received(ResultSet row) throws SQLException {
    PaymentFact fact =
        new PaymentFact(
            row.getString("provider"),
            row.getBoolean("live"),
            row.getString("object_id"),
            row.getString("payment_id"),
            new PaymentFact.Money(
                new Paise(row.getLong("paise")),
                row.getString("currency"),
                row.getBoolean("captured"),
                new Paise(row.getLong("refunded_paise"))),
            PaymentFact.Evidence.WEBHOOK,
            row.getString("provider"),
            Rows.instant(row, "paid_at"));
    return new Received(row.getString("sha256"), fact, Rows.instant(row, "received_at"));
  }

  private static Dispute dispute(ResultSet row) throws SQLException {
    return new Dispute(
        row.getString("provider"),
        row.getString("dispute_id"),
        row.getString("payment_id"),
        new Paise(row.getLong("paise")),
        Dispute.State.valueOf(row.getString("state")),
        Rows.instant(row, "answer_by"));
  }
}
