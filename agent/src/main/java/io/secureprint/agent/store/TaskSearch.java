// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.board.ClockState;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A page of the board as a condition with named values. What is not asked for is not compared.
final class TaskSearch {
  private static final String RANK =
      "case t.priority when 'urgent' then 4 when 'high' then 3 when 'normal' then 2 else 1 end";

  private final StringBuilder conditions = new StringBuilder(" where 1 = 1");
  private final Map<String, Object> values = new HashMap<>();

  TaskSearch(TaskQuery.Filter filter) {
    if (!filter.states().isEmpty()) {
      among(filter.states().stream().map(TaskState::word).sorted().toList());
    }
    same("t.task_type", "type", filter.type());
    same("t.area", "area", filter.area());
    same("t.assignee", "assignee", filter.assignee());
    same("t.plan_id", "plan", filter.planId());
    String text = filter.text().strip().toLowerCase(Locale.ROOT);
    if (!text.isEmpty()) {
      and("lower(t.title) like :text escape '!'", "text", "%" + escaped(text) + "%");
    }
    pressing(filter.pressing());
  }

  /// The page that was asked for.
  String page(TaskQuery query) {
    TaskQuery.Cursor after = query.after();
    if (after != null) {
      behind(after, query.order());
    }
    values.put("limit", query.limit());
    String order =
        switch (query.order()) {
          case NEWEST -> "t.created_at desc, t.id desc";
          case MOST_URGENT -> RANK + " desc, t.created_at, t.id";
        };
    return TaskCards.CARDS + conditions + " order by " + order + " fetch first :limit rows only";
  }

  /// How many there are of each state.
  String counts() {
    return "select t.state, count(*) as times from task t"
        + " left join sla_clock c on c.task_id = t.id" + conditions + " group by t.state";
  }

  Map<String, Object> values() {
    return values;
  }

  private void pressing(TaskQuery.Pressing pressing) {
    Priority priority = pressing.priority();
    ClockState promise = pressing.promise();
    same("t.priority", "only", priority == null ? null : priority.word());
    same("c.clock_state", "promise", promise == null ? null : promise.word());
  }

  private void among(Iterable<String> words) {
    StringBuilder names = new StringBuilder();
    int at = 0;
    for (String word : words) {
      names.append(at == 0 ? ":" : ", :").append("state").append(at);
      values.put("state" + at++, word);
    }
    conditions.append(" and t.state in (").append(names).append(")");
  }

  private void same(String column, String name, @Nullable String value) {
    if (value != null) {
      and(column + " = :" + name, name, value);
    }
  }

  private void and(String condition, String name, Object value) {
    conditions.append(" and ").append(condition);
    values.put(name, value);
  }

  private void behind(TaskQuery.Cursor last, TaskQuery.Order order) {
    values.put("at", Rows.column(last.createdAt()));
    values.put("id", last.taskId());
    switch (order) {
      case NEWEST ->
          conditions.append(" and (t.created_at < :at or (t.created_at = :at and t.id < :id))");
      case MOST_URGENT -> {
        values.put("priority", rank(last.priority()));
        conditions
            .append(" and (").append(RANK).append(" < :priority or (").append(RANK)
            .append(" = :priority and (t.created_at > :at or (t.created_at = :at and t.id > :id))))");
      }
    }
  }

  private static int rank(Priority priority) {
    return switch (priority) {
      case URGENT -> 4;
      case HIGH -> 3;
      case NORMAL -> 2;
      case LOW -> 1;
    };
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
