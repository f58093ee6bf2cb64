// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.board.CalendarDraft;
import io.secureprint.agent.board.SlaClock;
import io.secureprint.agent.board.SlaPolicy;
import io.secureprint.agent.board.SlaRows;
import io.secureprint.agent.board.TaskCard;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Promises and their clocks. Who says that one was broken is decided by an update that finds the row
/// as it must be, and so holds between agents, too.
public final class JdbcSlaRows implements SlaRows {
  private static final String TICKING = "('running', 'warned')";

  private final JdbcUnitOfWork unitOfWork;

  public JdbcSlaRows(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<SlaPolicy> policies() {
    return handle()
        .createQuery(
            TaskCards.POLICIES + " where p.active = true order by p.area, p.task_type")
        .map((row, _) -> TaskCards.policy(row))
        .list();
  }

  @Override
  public Optional<SlaPolicy> policy(String id) {
    return handle()
        .select(TaskCards.POLICIES + " where p.id = ?", id)
        .map((row, _) -> TaskCards.policy(row))
        .findOne();
  }

  @Override
  public void replace(SlaPolicy policy) {
    handle()
        .execute(
            "update sla_policy set active = false where active = true and area = ? and task_type = ?",
            policy.kind().area(), policy.kind().taskType());
    handle()
        .execute(
            "insert into sla_policy (id, area, task_type, target_ms, warn_percent, start_on, pause_on,"
                + " stop_on, active, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, true, ?)",
            policy.id(), policy.kind().area(), policy.kind().taskType(), policy.target().toMillis(),
            policy.warnPercent(), policy.moves().start().text(), policy.moves().pause().text(),
            policy.moves().stop().text(), Rows.column(policy.createdAt()));
  }

  @Override
  public boolean withdraw(String id) {
    return handle()
            .execute("update sla_policy set active = false where active = true and id = ?", id)
        == 1;
  }

  @Override
  public CalendarDraft calendar() {
    return calendar("");
  }

  @Override
  public CalendarDraft lockedCalendar() {
    return calendar(" for update");
  }

  @Override
  public void setCalendar(CalendarDraft calendar) {
    handle()
        .execute("update shop_calendar set content = ? where id = 'shop'", Json.write(calendar));
  }

  @Override
  public void insert(SlaClock clock) {
    Update insert =
        handle()
            .createUpdate(
                """
                insert into sla_clock (task_id, policy_id, clock_state, used_ms, since_at, warn_at,
                  promised_at, next_at, started_at, warned_at, breached_at, stopped_at)
                values (:task, :policy, :state, :used, :since, :warn, :promised, :next, :started,
                  :warned, :breached, :stopped)
                """)
            .bind("policy", clock.policy().id())
            .bind("started", Rows.column(clock.marks().startedAt()));
    bind(insert, clock).execute();
  }

  @Override
  public void update(SlaClock next) {
    Update update =
        handle()
            .createUpdate(
                """
                update sla_clock set clock_state = :state, used_ms = :used, since_at = :since,
                  warn_at = :warn, promised_at = :promised, next_at = :next, warned_at = :warned,
                  breached_at = :breached, stopped_at = :stopped
                where task_id = :task
                """);
    bind(update, next).execute();
  }

  @Override
  public Optional<SlaClock> lockedClock(String taskId) {
    return handle()
        .select("select task_id from sla_clock where task_id = ? for update", taskId)
        .mapTo(String.class)
        .findOne()
        .flatMap(id -> clocks(" where c.task_id = ?", id).stream().findFirst());
  }

  @Override
  public List<SlaClock> lockedTicking() {
    var _ =
        handle()
            .createQuery(
                "select task_id from sla_clock where clock_state in " + TICKING
                    + " order by task_id for update")
            .mapTo(String.class)
            .list();
    return clocks(" where c.clock_state in " + TICKING);
  }

  @Override
  public List<TaskCard> due(Instant now) {
    return handle()
        .select(
            TaskCards.CARDS
                + " where c.next_at <= ? order by c.next_at, c.task_id fetch first 100 rows only",
            Rows.column(now))
        .map((row, _) -> TaskCards.card(row))
        .list();
  }

  @Override
  public Optional<Instant> nextDue() {
    return handle()
        .createQuery("select min(next_at) as at from sla_clock where next_at is not null")
        .map((row, _) -> Optional.ofNullable(Rows.instantOrNull(row, "at")))
        .one();
  }

  @Override
  public boolean warn(String taskId, Instant now) {
    return handle()
            .createUpdate(
                """
                update sla_clock set clock_state = 'warned', warned_at = :now, next_at = promised_at
                where task_id = :task and clock_state = 'running' and warn_at <= :now
                  and promised_at > :now
                """)
            .bind("task", taskId)
            .bind("now", Rows.column(now))
            .execute()
        == 1;
  }

  @Override
  public boolean breach(String taskId, Instant now) {
    return handle()
            .createUpdate(
                """
                update sla_clock set clock_state = 'breached', breached_at = :now, next_at = null
                where task_id = :task and clock_state in ('running', 'warned')
                  and promised_at <= :now
                """)
            .bind("task", taskId)
            .bind("now", Rows.column(now))
            .execute()
        == 1;
  }

  private CalendarDraft calendar(String lock) {
    return handle()
        .createQuery("select content from shop_calendar where id = 'shop'" + lock)
        .map((row, _) -> Json.read(row.getString("content"), CalendarDraft.class))
        .one();
  }

  private List<SlaClock> clocks(String where, Object... values) {
    return handle()
        .select(TaskCards.CLOCKS + where, values)
        .map((row, _) -> TaskCards.clock(row))
        .list();
  }

  private static Update bind(Update update, SlaClock clock) {
    SlaClock.Course course = clock.course();
    return update
        .bind("task", clock.taskId())
        .bind("state", clock.state().word())
        .bind("used", clock.used().toMillis())
        .bind("since", Rows.columnOrNull(course == null ? null : course.since()))
        .bind("warn", Rows.columnOrNull(course == null ? null : course.warn()))
        .bind("promised", Rows.columnOrNull(clock.due()))
        .bind("next", Rows.columnOrNull(clock.next()))
        .bind("warned", Rows.columnOrNull(clock.marks().warnedAt()))
        .bind("breached", Rows.columnOrNull(clock.marks().breachedAt()))
        .bind("stopped", Rows.columnOrNull(clock.marks().stoppedAt()));
  }

  private Handle handle() {
    return unitOfWork.handle();
  }
}
