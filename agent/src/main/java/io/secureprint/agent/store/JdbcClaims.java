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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads claims off what there is: an execution that was released to print, ended otherwise, and has
/// no settlement; and a payment of which something is owed.
public final class JdbcClaims implements Claims.Rows {
  private static final String PRINTS =
      """
      select e.id as claim_id, e.id as execution_id, e.facts, e.code, r.released_at as since,
        i.expected_paise as paise, f.evidence
      from print_release r
      join execution e on e.id = r.execution_id
      join intent i on i.id = r.intent_id
      left join effect f on f.execution_id = e.id and f.kind = 'print'
      where (e.status in ('FAILED', 'CANCELLED')
          or (e.status = 'IN_PROGRESS' and e.ending in ('FAILED', 'CANCELLED')))
        and not exists (select 1 from settlement s where s.claim_id = e.id)
      """;

  /// What is held for a session that lives is decided there.
  private static final String PAYMENTS =
      """
      select p.provider || ':' || p.payment_id as claim_id, e.id as execution_id, e.facts,
        p.flag as code, p.at as since, p.owed_paise as paise, null as evidence
      from payment p
      left join intent i on i.id = p.intent_id
      left join execution e on e.id = i.execution_id
      where p.owed_paise > 0
        and (p.disposition <> 'HELD' or e.status in ('COMPLETED', 'FAILED', 'CANCELLED'))
      """;

  private final JdbcUnitOfWork unitOfWork;
  private final Clock clock;

  public JdbcClaims(JdbcUnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public List<Claim> open() {
    return Stream.of(PRINTS, PAYMENTS)
        .flatMap(query -> unitOfWork.handle().select(query).map((row, _) -> claim(row)).list().stream())
        .sorted(Comparator.comparing(Claim::since))
        .toList();
  }

  @Override
  public boolean settle(Claim claim, Settlement how, String actor) {
    boolean first =
        unitOfWork.handle().execute(
                "insert into settlement (claim_id, outcome, paise, actor, at) select ?, ?, ?, ?, ?"
                    + " where not exists (select 1 from settlement where claim_id = ?)",
                claim.id(), how.name(), claim.amount().value(), actor,
                Rows.column(clock.instant()), claim.id())
            == 1;
    if (first) {
      unitOfWork.handle().execute(
          "update payment set owed_paise = 0,"
              + " disposition = case disposition when 'RELEASED' then 'RELEASED' else 'REFUNDED' end"
              + " where provider || ':' || payment_id = ?",
          claim.id());
    }
    return first;
  }

  private static Claim claim(ResultSet row) throws SQLException {
    String code = row.getString("code");
    String facts = row.getString("facts");
    String evidence = row.getString("evidence");
    return new Claim(
        row.getString("claim_id"),
        Objects.requireNonNullElse(row.getString("execution_id"), ""),
        facts == null ? "" : Json.facts(facts).text("name").orElse(""),
        new Paise(row.getLong("paise")),
        code == null ? "PAID_NOT_PRINTED" : code,
        (int) (evidence == null ? Facts.NONE : Json.facts(evidence)).number("sides"),
        Rows.instant(row, "since"));
  }
}
