// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.payment.Booked;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Claims;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads claims off what there is: an execution that was released to print, ended otherwise, and has
/// no settlement; a payment of which something is owed; and a refund that failed.
public final class JdbcClaims implements Claims.Rows {
  static final String PRINTS =
      """
      select * from (
        select e.id as claim_id, e.id as execution_id, s.facts, e.code, r.released_at as since,
          (select coalesce(sum(p.prints_paise), 0) from payment p where p.intent_id = r.intent_id)
            as paise,
          f.evidence, f.state
        from print_release r
        join execution e on e.id = r.execution_id
        join execution_state s on s.execution_id = e.id
        left join effect f on f.execution_id = e.id and f.kind = 'print'
        where r.closed = false
          and (e.status in ('FAILED', 'CANCELLED')
            or (e.status = 'IN_PROGRESS' and e.ending in ('FAILED', 'CANCELLED')))
          %s
      ) print where paise > 0
      """;

  /// What is held for a session that lives is decided there. H2 would begin to look at 0 if it were
  /// asked for more than that, and nearly all payments are there.
  static final String PAYMENTS =
      """
      select p.provider || ':' || p.payment_id as claim_id, e.id as execution_id, s.facts,
        p.flag as code, p.at as since, p.owed_paise as paise, null as evidence,
        null as state
      from payment p
      left join intent i on i.id = p.intent_id
      left join execution e on e.id = i.execution_id
      left join execution_state s on s.execution_id = e.id
      where p.owed_paise >= 1
        and (p.disposition <> 'HELD' or e.status in ('COMPLETED', 'FAILED', 'CANCELLED'))
        %s
      """;

  /// Somebody else may have given the money back meanwhile.
  static final String REFUNDS =
      """
      select * from (
        select r.id as claim_id, e.id as execution_id, s.facts, r.code, r.since,
          least(r.paise, p.amount_paise - p.outside_paise -
            (select coalesce(sum(o.paise), 0) from refund o where o.provider = r.provider
              and o.payment_id = r.payment_id and o.state <> 'FAILED')) as paise,
          null as evidence, null as state
        from refund r
        join payment p on p.provider = r.provider and p.payment_id = r.payment_id
        join intent i on i.id = r.intent_id
        join execution e on e.id = i.execution_id
        join execution_state s on s.execution_id = e.id
        where r.state = 'FAILED'
          and not exists (select 1 from settlement s where s.claim_id = r.id)
          %s
      ) failed where paise > 0
      """;

  /// What is left of a credit that nobody is paying with. Its session is that of the claim behind it.
  private static final String CREDITS =
      """
      select 'credit:' || c.claim_id as claim_id, e.id as execution_id, s.facts,
        'CREDIT_OPEN' as code, c.given_at as since, c.left_paise as paise, null as evidence,
        null as state
      from credit c
      left join execution e on e.id = c.claim_id
      left join execution_state s on s.execution_id = e.id
      where c.claim_id = ? and c.left_paise > 0
        and not exists (select 1 from intent i where i.credit_claim = c.claim_id
          and i.state = 'AWAITING')
      """;

  private final JdbcUnitOfWork unitOfWork;
  private final Clock clock;

  public JdbcClaims(JdbcUnitOfWork unitOfWork, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public List<Claim> open() {
    return Stream.of(PRINTS, PAYMENTS, REFUNDS)
        .flatMap(query -> claims(query.formatted("")).stream())
        .sorted(Comparator.comparing(Claim::since))
        .toList();
  }

  @Override
  public Optional<Claim> find(String claimId) {
    Payments.Key payment = Payments.Key.of(claimId);
    return Stream.of(
            claims(PRINTS.formatted("and r.execution_id = ?"), claimId),
            claims(
                PAYMENTS.formatted("and p.provider = ? and p.payment_id = ?"),
                payment.provider(), payment.paymentId()),
            claims(REFUNDS.formatted("and r.id = ?"), claimId))
        .flatMap(List::stream)
        .findFirst();
  }

  @Override
  public Optional<Claim> credit(String claimId) {
    return claims(CREDITS, claimId).stream().findFirst();
  }

  private List<Claim> claims(String query, Object... values) {
    return unitOfWork.handle().select(query, values).map((row, _) -> claim(row)).list();
  }

  @Override
  public void lock(String claimId) {
    Payments.Key payment = Payments.Key.of(claimId);
    lock("select claim_id from credit where claim_id = ?", origin(claimId));
    lock("select execution_id from print_release where execution_id = ?", claimId);
    lock(
        "select payment_id from payment where provider = ? and payment_id = ?",
        payment.provider(), payment.paymentId());
    lock("select id from refund where id = ?", claimId);
  }

  private void lock(String row, Object... values) {
    unitOfWork.handle().select(row + " for update", values).mapTo(String.class).list();
  }

  /// A claim stems from one payment, from that of a refund which failed, or from those that paid for a
  /// print.
  @Override
  public List<Claims.Source> sources(String claimId) {
    Payments.Key payment = Payments.Key.of(claimId);
    return Stream.of(
            sources(
                "p.owed_paise", "p.provider = ? and p.payment_id = ?",
                payment.provider(), payment.paymentId()),
            sources(
                "p.amount_paise",
                "(p.provider, p.payment_id) in"
                    + " (select r.provider, r.payment_id from refund r where r.id = ?)",
                claimId),
            sources(
                "p.prints_paise",
                "p.intent_id in"
                    + " (select r.intent_id from print_release r where r.execution_id = ?)",
                claimId))
        .flatMap(List::stream)
        .toList();
  }

  private List<Claims.Source> sources(String most, String where, Object... values) {
    return unitOfWork
        .handle()
        .select(
            """
            select p.*, %s as most, case when p.provider = 'credit' then i.credit_claim end as credit
            from payment p
            left join intent i on i.id = p.intent_id
            where %s
            order by p.amount_paise desc, p.payment_id
            """
                .formatted(most, where),
            values)
        .map((row, _) -> source(row))
        .list();
  }

  @Override
  public void settle(Claims.Wish wish, Paise byHand) {
    Handle handle = unitOfWork.handle();
    String claim = wish.claimId();
    handle.execute(
        "insert into settlement (claim_id, outcome, paise, by_hand_paise, actor, at)"
            + " values (?, ?, ?, ?, ?, ?)",
        claim, wish.how().name(), wish.seen().value(), byHand.value(), wish.actor(),
        Rows.column(clock.instant()));
    Payments.Key payment = Payments.Key.of(claim);
    handle.execute(
        "update payment set owed_paise = 0,"
            + " disposition = case disposition when 'RELEASED' then 'RELEASED' else 'REFUNDED' end"
            + " where provider = ? and payment_id = ?",
        payment.provider(), payment.paymentId());
    handle.execute("update print_release set closed = true where execution_id = ?", claim);
    if (!origin(claim).equals(claim)) {
      handle.execute("update credit set left_paise = 0 where claim_id = ?", origin(claim));
    }
  }

  private static String origin(String claimId) {
    return claimId.startsWith(Claims.CREDIT) ? claimId.substring(Claims.CREDIT.length()) : claimId;
  }

  private static Claims.Source source(ResultSet row) throws SQLException {
    Booked payment = Payments.read(row);
    return new Claims.Source(
        payment, new Paise(row.getLong("most")), row.getString("credit"));
  }

  /// Behind the word it is known only when it has ended, and somebody has counted.
  private static Claim.Paper paper(Facts evidence, @Nullable String state) {
    boolean known =
        state == null
            || !List.of(EffectState.COMMITTING.name(), EffectState.IN_DOUBT.name()).contains(state);
    int sides = (int) evidence.number("sides");
    return new Claim.Paper(Math.max(0, sides), (int) evidence.number("of"), known && sides >= 0);
  }

  private static Claim claim(ResultSet row) throws SQLException {
    String code = row.getString("code");
    String text = row.getString("evidence");
    Facts evidence = text == null ? Facts.NONE : Json.facts(text);
    return new Claim(
        row.getString("claim_id"),
        Objects.requireNonNullElse(row.getString("execution_id"), ""),
        Rows.customer(row),
        new Paise(row.getLong("paise")),
        code == null ? "PAID_NOT_PRINTED" : code,
        paper(evidence, row.getString("state")),
        Rows.instant(row, "since"));
  }
}
