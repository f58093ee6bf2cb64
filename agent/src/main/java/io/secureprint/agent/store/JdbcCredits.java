// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Credit;
import io.secureprint.agent.payment.Credits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of credits.
public final class JdbcCredits implements Credits.Rows {
  private static final String SELECT =
      """
      select c.*, (select coalesce(sum(i.credit_paise), 0) from intent i
          where i.credit_claim = c.claim_id and i.state = 'AWAITING') as reserved
      from credit c where
      """;

  private final JdbcUnitOfWork unitOfWork;

  public JdbcCredits(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Optional<Credit> byHash(String hash) {
    return credits("code_hash = ?", hash).stream().findFirst();
  }

  @Override
  public Optional<Credit> byBrief(String briefHash) {
    List<Credit> found = credits("brief_hash = ?", briefHash);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  @Override
  public Optional<Credit> of(String claimId) {
    return credits("claim_id = ?", claimId).stream().findFirst();
  }

  @Override
  public void insert(String claimId, String hash, String briefHash, Instant until) {
    unitOfWork.handle().execute(
        "insert into credit (claim_id, code_hash, brief_hash, left_paise, until_at)"
            + " values (?, ?, ?, 0, ?)",
        claimId, hash, briefHash, Rows.column(until));
  }

  @Override
  public void give(String claimId, Paise amount, Instant now, Instant until) {
    unitOfWork.handle().execute(
        "update credit set left_paise = ?, given_at = ?, until_at = ? where claim_id = ?",
        amount.value(), Rows.column(now), Rows.column(until), claimId);
  }

  @Override
  public boolean take(String claimId, Paise amount) {
    return unitOfWork.handle().execute(
            "update credit set left_paise = left_paise - ? where claim_id = ? and left_paise >= ?",
            amount.value(), claimId, amount.value())
        == 1;
  }

  private List<Credit> credits(String where, String value) {
    return unitOfWork
        .handle()
        .select(SELECT + where + " for update", value)
        .map((row, _) -> credit(row))
        .list();
  }

  private static Credit credit(ResultSet row) throws SQLException {
    return new Credit(
        row.getString("claim_id"),
        row.getObject("given_at") != null,
        new Paise(row.getLong("left_paise")),
        new Paise(row.getLong("reserved")),
        Rows.instant(row, "until_at"));
  }
}
