// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/// Reads claims off what there is: an execution that was released to print, ended otherwise, and has
/// no settlement.
public final class JdbcClaims implements Claims.Rows {
  private final JdbcUnitOfWork unitOfWork;
  private final Clock clock;

  public JdbcClaims(JdbcUnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public List<Claim> open() {
    return unitOfWork
        .handle()
        .select(
            """
            select e.id, e.facts, e.code, r.released_at, i.expected_paise, f.evidence
            from print_release r
            join execution e on e.id = r.execution_id
            join intent i on i.id = r.intent_id
            left join effect f on f.execution_id = e.id and f.kind = 'print'
            where (e.status in ('FAILED', 'CANCELLED')
              or (e.status = 'IN_PROGRESS' and e.ending in ('FAILED', 'CANCELLED')))
              and not exists (select 1 from settlement s where s.execution_id = e.id)
            order by r.released_at
            """)
        .map((row, _) -> claim(row))
        .list();
  }

  @Override
  public boolean settle(Claim claim, Settlement how, String actor) {
    return unitOfWork.handle().execute(
            "insert into settlement (execution_id, outcome, paise, actor, at) select ?, ?, ?, ?, ?"
                + " where not exists (select 1 from settlement where execution_id = ?)",
            claim.executionId(), how.name(), claim.amount().value(), actor,
            Rows.column(clock.instant()), claim.executionId())
        == 1;
  }

  private static Claim claim(ResultSet row) throws SQLException {
    String code = row.getString("code");
    String evidence = row.getString("evidence");
    return new Claim(
        row.getString("id"),
        Json.facts(row.getString("facts")).text("name").orElse(""),
        new Paise(row.getLong("expected_paise")),
        code == null ? "PAID_NOT_PRINTED" : code,
        (int) (evidence == null ? Facts.NONE : Json.facts(evidence)).number("sides"),
        Rows.instant(row, "released_at"));
  }
}
