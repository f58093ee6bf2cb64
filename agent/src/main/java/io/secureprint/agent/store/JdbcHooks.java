// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.automation.Hooks;

import java.time.Instant;

/// The marks of webhooks' messages.
public final class JdbcHooks implements Hooks.HookRows {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcHooks(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public boolean insert(String name, String mark, Instant now) {
    return unitOfWork.handle().execute(
            "insert into webhook_message (name, mark, received_at)"
                + " select ?, ?, cast(? as timestamp(6) with time zone)"
                + " where not exists (select 1 from webhook_message where name = ? and mark = ?)",
            name, mark, Rows.column(now), name, mark)
        == 1;
  }

  @Override
  public void forget(Instant before) {
    unitOfWork.handle().execute(
        "delete from webhook_message where received_at < ?", Rows.column(before));
  }

  @Override
  public int generation(String name) {
    return unitOfWork
        .handle()
        .select("select generation from webhook_secret where name = ?", name)
        .map((row, _) -> row.getInt("generation"))
        .findOne()
        .orElse(0);
  }

  @Override
  public void renew(String name) {
    int renewed =
        unitOfWork.handle().execute(
            "update webhook_secret set generation = generation + 1 where name = ?", name);
    if (renewed == 0) {
      unitOfWork.handle().execute(
          "insert into webhook_secret (name, generation) values (?, 1)", name);
    }
  }
}
