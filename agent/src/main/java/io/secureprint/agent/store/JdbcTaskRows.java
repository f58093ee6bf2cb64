// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.BoardFigures;
import io.secureprint.agent.board.Comment;
import io.secureprint.agent.board.Happening;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskRows;
import io.secureprint.agent.board.TaskState;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Tasks, what was written under them, and what the board comes to.
public final class JdbcTaskRows implements TaskRows {
  private static final String CLOCKS =
      """
      select count(case when clock_state in ('running', 'warned') then 1 end) as ticking,
        count(case when clock_state = 'warned' then 1 end) as warned,
        count(breached_at) as breached,
        count(case when clock_state = 'breached' and stopped_at is null then 1 end) as overdue
      from sla_clock
      """;

  private final JdbcUnitOfWork unitOfWork;

  public JdbcTaskRows(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void insert(Task task) {
    Update insert =
        handle()
            .createUpdate(
                """
                insert into task (id, task_type, area, plan_id, execution_id, session_id,
                  correlation_id, created_at, state, priority, title, assignee, due_at, revision,
                  updated_at)
                values (:id, :type, :area, :plan, :execution, :session, :correlation, :created,
                  :state, :priority, :title, :assignee, :due, :revision, :updated)
                """)
            .bind("type", task.type())
            .bind("area", task.area())
            .bind("plan", task.origin().planId())
            .bind("execution", task.origin().executionId())
            .bind("session", task.origin().sessionId())
            .bind("correlation", task.origin().correlationId())
            .bind("created", Rows.column(task.origin().createdAt()));
    bind(insert, task).execute();
  }

  @Override
  public void update(Task next) {
    Update update =
        handle()
            .createUpdate(
                """
                update task set state = :state, priority = :priority, title = :title,
                  assignee = :assignee, due_at = :due, revision = :revision, updated_at = :updated
                where id = :id and revision = :revision - 1
                """);
    if (bind(update, next).execute() != 1) {
      throw new IllegalStateException("task " + next.id() + " was not locked");
    }
  }

  @Override
  public Optional<Task> locked(String id) {
    return handle()
        .select("select * from task where id = ? for update", id)
        .map((row, _) -> TaskCards.task(row))
        .findOne();
  }

  @Override
  public Optional<TaskCard> find(String id) {
    return handle()
        .select(TaskCards.CARDS + " where t.id = ?", id)
        .map((row, _) -> TaskCards.card(row))
        .findOne();
  }

  @Override
  public List<TaskCard> search(TaskQuery query) {
    TaskSearch search = new TaskSearch(query.filter());
    return handle()
        .createQuery(search.page(query))
        .bindMap(search.values())
        .map((row, _) -> TaskCards.card(row))
        .list();
  }

  @Override
  public Map<TaskState, Long> counts(TaskQuery.Filter filter) {
    TaskSearch search = new TaskSearch(filter);
    return handle()
        .createQuery(search.counts())
        .bindMap(search.values())
        .map(
            (row, _) ->
                Map.entry(TaskCards.state(row.getString("state")), row.getLong("times")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public List<Happening> history(String taskId) {
    return handle()
        .select(
            "select type, actor, at, payload from event where aggregate_type = 'task'"
                + " and aggregate_id = ? order by seq desc fetch first 100 rows only",
            taskId)
        .map((row, _) -> happening(row))
        .list()
        .reversed();
  }

  @Override
  public void comment(String taskId, Comment comment) {
    handle()
        .execute(
            "insert into task_comment (task_id, actor, at, words) values (?, ?, ?, ?)",
            taskId, comment.actor(), Rows.column(comment.at()), comment.words());
  }

  @Override
  public List<Comment> comments(String taskId) {
    return handle()
        .select(
            "select * from task_comment where task_id = ? order by seq desc"
                + " fetch first 200 rows only",
            taskId)
        .map(
            (row, _) ->
                new Comment(
                    row.getString("actor"), Rows.instant(row, "at"), row.getString("words")))
        .list()
        .reversed();
  }

  @Override
  public long open() {
    return count("select count(*) from task where state in ('new', 'in_progress', 'blocked')");
  }

  @Override
  public long openOf(String planId) {
    return count(
        "select count(*) from task where plan_id = ? and state in ('new', 'in_progress', 'blocked')",
        planId);
  }

  @Override
  public BoardFigures figures() {
    return new BoardFigures(
        byState("task", TaskCards::state),
        byState("action_plan", word -> ActionPlanState.find(word).orElseThrow()),
        handle().createQuery(CLOCKS).map((row, _) -> promises(row)).one(),
        changedAt());
  }

  private <S> Map<S, Long> byState(String table, Function<String, S> state) {
    return handle()
        .createQuery("select state, count(*) as times from " + table + " group by state")
        .map((row, _) -> Map.entry(state.apply(row.getString("state")), row.getLong("times")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private @Nullable Instant changedAt() {
    return handle()
        .createQuery(
            "select max(at) as at from (select max(updated_at) as at from task"
                + " union all select max(updated_at) as at from action_plan) newest")
        .map((row, _) -> Optional.ofNullable(Rows.instantOrNull(row, "at")))
        .one()
        .orElse(null);
  }

  private long count(String sql, Object... values) {
    return handle().select(sql, values).mapTo(Long.class).one();
  }

  private static Update bind(Update update, Task task) {
    Instant due = task.live().due();
    return update
        .bind("id", task.id())
        .bind("state", task.state().word())
        .bind("priority", task.priority().word())
        .bind("title", task.title())
        .bind("assignee", task.assignee())
        .bind("due", Rows.columnOrNull(due))
        .bind("revision", task.revision())
        .bind("updated", Rows.column(task.updatedAt()));
  }

  private static Happening happening(ResultSet row) throws SQLException {
    Map<String, Object> payload = Json.map(row.getString("payload"));
    Object assignee = payload.get("assignee");
    return new Happening(
        row.getString("type"),
        row.getString("actor"),
        Rows.instant(row, "at"),
        TaskCards.state(String.valueOf(payload.get("state"))),
        TaskCards.priority(String.valueOf(payload.get("priority"))),
        assignee == null ? null : String.valueOf(assignee));
  }

  private static BoardFigures.Promises promises(ResultSet row) throws SQLException {
    return new BoardFigures.Promises(
        row.getLong("ticking"),
        row.getLong("warned"),
        row.getLong("breached"),
        row.getLong("overdue"));
  }

  private Handle handle() {
    return unitOfWork.handle();
  }
}
