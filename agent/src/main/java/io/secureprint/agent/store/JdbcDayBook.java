// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.DayBook;
import io.secureprint.agent.payment.Claim;
import io.secureprint.agent.payment.Claims;
import io.secureprint.agent.payment.Providers;
import io.secureprint.agent.payment.Settlement;

import org.jdbi.v3.core.statement.Query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the books of a day off the tables of the money. Practice money and live money never meet.
public final class JdbcDayBook implements DayBook {
  /// How the name of a payment ends that has a bank's reference, see
  /// [io.secureprint.agent.payment.Utr].
  private static final Pattern REFERENCE = Pattern.compile("(?:utr|day)-.*-([0-9]{4})");

  /// As the takings have it, by where it came from.
  private static final String TAKEN =
      """
      select way, count(*) as payments, sum(paise) as paise from (
        select case when provider = 'credit' then 'CREDIT' when provider = 'cash' then 'CASH'
            when evidence = 'human' then 'UPI' else 'GATEWAY' end as way,
          paise
        from (%s) taken) booked
      group by way
      """
          .formatted(JdbcTakings.TAKEN);

  private static final String BY_GATEWAY =
      """
      select coalesce(sum(paise), 0) from (
        select r.paise from refund r
        join intent i on i.id = r.intent_id
        where r.state <> 'FAILED' and i.live = :live and r.since >= :from and r.since < :to
        union all select o.paise from outside_refund o
        join payment p on p.provider = o.provider and p.payment_id = o.payment_id
        where p.live = :live and o.at >= :from and o.at < :to) back
      """;

  /// What was settled otherwise than by finding the sheets, with the session that it was about: its
  /// claim names a print, a payment, a refund, or the credit that was given for one of these.
  private static final String SETTLED =
      """
      select s.outcome, s.paise, s.by_hand_paise, s.at, e.facts
      from (
        select outcome, paise, by_hand_paise, at,
          case when claim_id like 'credit:%' then substring(claim_id from 8) else claim_id end as origin
        from settlement
        where outcome <> 'PRINTED' and at >= :from and at < :to) s
      left join refund f on f.id = s.origin
      left join payment p
        on p.provider = substring(s.origin from 1 for greatest(position(':' in s.origin) - 1, 0))
          and p.payment_id = substring(s.origin from position(':' in s.origin) + 1)
      left join print_release r on r.execution_id = s.origin
      left join intent i on i.id = coalesce(f.intent_id, p.intent_id, r.intent_id)
      left join execution_state e on e.execution_id = i.execution_id
      where coalesce(i.live, p.live, true) = :live
      """;

  private static final String BY_HAND =
      "select coalesce(sum(by_hand_paise), 0) from (" + SETTLED + ") settled";

  private static final String AS_CREDIT =
      "select coalesce(sum(paise), 0) from (" + SETTLED + ") settled where outcome = 'CREDIT'";

  /// What is surely on paper comes first.
  private static final String UNPAID =
      """
      select e.started_at, s.facts, f.state, f.evidence from execution e
      join execution_state s on s.execution_id = e.id
      join effect f on f.execution_id = e.id and f.kind = 'print'
      where e.started_at >= :from and e.started_at < :to
        and f.state in ('COMMITTING', 'IN_DOUBT', 'DONE', 'ABORTED')
        and not exists (
          select 1 from print_release r
          join payment p on p.intent_id = r.intent_id and p.disposition = 'RELEASED'
          where r.execution_id = e.id and r.revoked_at is null)
      order by case f.state when 'ABORTED' then 1 else 0 end, e.started_at limit :most
      """;

  private static final String CONFIRMED =
      """
      select p.at, p.amount_paise, p.provider, p.payment_id, p.actor, s.facts from payment p
      left join intent i on i.id = p.intent_id
      left join execution_state s on s.execution_id = i.execution_id
      where p.evidence = 'human' and p.live = :live and p.at >= :from and p.at < :to
      order by p.at, p.payment_id limit :most
      """;

  private final JdbcUnitOfWork unitOfWork;
  private final Claims.Rows claims;
  private final ZoneId zone;
  private final boolean live;

  /// `zone` is where the shop's days begin.
  public JdbcDayBook(JdbcUnitOfWork unitOfWork, Claims.Rows claims, ZoneId zone, boolean live) {
    this.unitOfWork = unitOfWork;
    this.claims = claims;
    this.zone = zone;
    this.live = live;
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public Page of(LocalDate date) {
    DaySpan day = DaySpan.of(date, zone);
    return unitOfWork.call(Durability.STEP, () ->
        new Page(
            date,
            taken(day),
            new GivenBack(
                Rows.paise(ask(day, BY_GATEWAY)),
                Rows.paise(ask(day, BY_HAND)),
                Rows.paise(ask(day, AS_CREDIT))),
            unprinted(day),
            unpaid(day),
            rows(day, CONFIRMED).map((row, _) -> confirmed(row)).list()));
  }

  private List<Taken> taken(DaySpan day) {
    List<Taken> booked = ask(day, TAKEN).map((row, _) -> taken(row)).list();
    return Stream.of(Way.values())
        .map(
            way ->
                booked.stream()
                    .filter(each -> each.way() == way)
                    .findFirst()
                    .orElse(new Taken(way, 0, Paise.ZERO)))
        .toList();
  }

  /// What is open is what the shop is asked to settle.
  private List<Unprinted> unprinted(DaySpan day) {
    Stream<Unprinted> open =
        claims.open().stream()
            .filter(claim -> !claim.since().isBefore(day.from()) && claim.since().isBefore(day.to()))
            .map(JdbcDayBook::open);
    Stream<Unprinted> settled =
        rows(day, SETTLED + " order by s.at limit :most").map((row, _) -> settled(row)).list().stream();
    return Stream.concat(open, settled)
        .sorted(Comparator.comparing(Unprinted::at))
        .limit(MOST)
        .toList();
  }

  private List<Unpaid> unpaid(DaySpan day) {
    return day.ask(unitOfWork.handle(), UNPAID)
        .bind("most", MOST)
        .map((row, _) ->
            onPaper(row) ? new Unpaid(Rows.instant(row, "started_at"), Rows.customer(row)) : null)
        .stream()
        .flatMap(Stream::ofNullable)
        .sorted(Comparator.comparing(Unpaid::at))
        .toList();
  }

  private Query rows(DaySpan day, String sql) {
    return ask(day, sql).bind("most", MOST);
  }

  private Query ask(DaySpan day, String sql) {
    return day.ask(unitOfWork.handle(), sql).bind("live", live);
  }

  private static Taken taken(ResultSet row) throws SQLException {
    return new Taken(
        Way.valueOf(row.getString("way")),
        row.getInt("payments"),
        new Paise(row.getLong("paise")));
  }

  private static Unprinted open(Claim claim) {
    return new Unprinted(claim.since(), claim.name(), claim.amount(), End.OPEN, claim.code());
  }

  private static Unprinted settled(ResultSet row) throws SQLException {
    End end =
        switch (Settlement.valueOf(row.getString("outcome"))) {
          case RETURNED -> End.BY_HAND;
          case REFUNDED -> End.BY_GATEWAY;
          case CREDIT -> End.AS_CREDIT;
          case PRINTED -> throw new IllegalStateException("sheets that are there are not asked for");
        };
    return new Unprinted(
        Rows.instant(row, "at"), Rows.customer(row), new Paise(row.getLong("paise")), end, "");
  }

  /// What was taken back before its first side is not.
  private static boolean onPaper(ResultSet row) throws SQLException {
    return !EffectState.ABORTED.name().equals(row.getString("state"))
        || Json.facts(row.getString("evidence")).number("sides") != 0;
  }

  private static Confirmed confirmed(ResultSet row) throws SQLException {
    Matcher reference = REFERENCE.matcher(row.getString("payment_id"));
    return new Confirmed(
        Rows.instant(row, "at"),
        Rows.customer(row),
        new Paise(row.getLong("amount_paise")),
        Providers.CASH.equals(row.getString("provider")) ? Way.CASH : Way.UPI,
        reference.matches() ? reference.group(1) : "",
        row.getString("actor"));
  }
}
