// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.outbox.Consumers;

import java.time.Instant;

/// The rows of those who read the events.
public final class JdbcConsumers implements Consumers {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcConsumers(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void register(String name, long seq, Instant now) {
    unitOfWork.handle().execute(
        "insert into consumer (name, last_seq, owner, leased_until)"
            + " select ?, cast(? as bigint), '', cast(? as timestamp(6) with time zone)"
            + " where not exists (select 1 from consumer where name = ?)",
        name, seq, Rows.column(now), name);
  }

  @Override
  public Cursor cursor(String name) {
    return unitOfWork
        .handle()
        .select("select * from consumer where name = ?", name)
        .map(
            (row, _) ->
                new Cursor(
                    row.getLong("last_seq"),
                    row.getString("owner"),
                    Rows.instant(row, "leased_until")))
        .findOne()
        .orElseThrow(() -> new IllegalStateException("nobody registered " + name));
  }

  @Override
  public boolean advance(String name, long from, long to, Holder holder) {
    return unitOfWork.handle().execute(
            "update consumer set last_seq = ?, owner = ?, leased_until = ?"
                + " where name = ? and last_seq = ? and (owner = ? or leased_until <= ?)",
            to, holder.owner(), Rows.column(holder.until()), name, from, holder.owner(),
            Rows.column(holder.now()))
        == 1;
  }
}
