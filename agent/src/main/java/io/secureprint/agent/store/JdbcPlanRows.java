// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.board.ActionPlan;
import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.PlanItem;
import io.secureprint.agent.board.PlanRows;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Action plans with their items; how far an item is, its task says.
public final class JdbcPlanRows implements PlanRows {
  private static final String ITEMS =
      """
      select i.*, t.state as task_state from plan_item i left join task t on t.id = i.task_id
      where i.plan_id in (<plans>) order by i.place
      """;

  private final JdbcUnitOfWork unitOfWork;

  public JdbcPlanRows(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void insert(ActionPlan plan) {
    handle()
        .execute(
            "insert into action_plan (id, title, state, revision, created_at, updated_at)"
                + " values (?, ?, ?, ?, ?, ?)",
            plan.id(), plan.title(), plan.state().word(), plan.revision(),
            Rows.column(plan.createdAt()), Rows.column(plan.updatedAt()));
    insertItems(plan);
  }

  @Override
  public void update(ActionPlan next) {
    int updated =
        handle()
            .execute(
                "update action_plan set title = ?, state = ?, revision = ?, updated_at = ?"
                    + " where id = ? and revision = ?",
                next.title(), next.state().word(), next.revision(), Rows.column(next.updatedAt()),
                next.id(), next.revision() - 1);
    if (updated != 1) {
      throw new IllegalStateException("plan " + next.id() + " was not locked");
    }
    handle().execute("delete from plan_item where plan_id = ?", next.id());
    insertItems(next);
  }

  @Override
  public Optional<ActionPlan> locked(String id) {
    return handle()
        .select("select id from action_plan where id = ? for update", id)
        .mapTo(String.class)
        .findOne()
        .flatMap(this::find);
  }

  @Override
  public Optional<ActionPlan> find(String id) {
    return plans(
            handle()
                .select("select * from action_plan where id = ?", id)
                .map((row, _) -> plan(row, List.of()))
                .list())
        .stream()
        .findFirst();
  }

  @Override
  public List<ActionPlan> list(Set<ActionPlanState> states) {
    List<String> words =
        (states.isEmpty() ? ActionPlanState.LIFECYCLE.states().stream() : states.stream())
            .map(ActionPlanState::word)
            .toList();
    return plans(
        handle()
            .createQuery(
                "select * from action_plan where state in (<states>)"
                    + " order by created_at desc, id desc fetch first " + MOST + " rows only")
            .bindList("states", words)
            .map((row, _) -> plan(row, List.of()))
            .list());
  }

  private List<ActionPlan> plans(List<ActionPlan> bare) {
    if (bare.isEmpty()) {
      return List.of();
    }
    Map<String, List<PlanItem>> items =
        handle()
            .createQuery(ITEMS)
            .bindList("plans", bare.stream().map(ActionPlan::id).toList())
            .map((row, _) -> Map.entry(row.getString("plan_id"), item(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return bare.stream().map(plan -> whole(plan, items.getOrDefault(plan.id(), List.of()))).toList();
  }

  private void insertItems(ActionPlan plan) {
    for (int place = 0; place < plan.items().size(); place++) {
      PlanItem item = plan.items().get(place);
      PlanItem.Wish wish = item.wish();
      handle()
          .execute(
              "insert into plan_item (plan_id, place, title, task_type, area, priority, task_id)"
                  + " values (?, ?, ?, ?, ?, ?, ?)",
              plan.id(), place, wish.title(), wish.taskType(), wish.area(), wish.priority().word(),
              item.taskId());
    }
  }

  private static ActionPlan plan(ResultSet row, List<PlanItem> items) throws SQLException {
    return new ActionPlan(
        row.getString("id"),
        row.getString("title"),
        ActionPlanState.find(row.getString("state")).orElseThrow(),
        items,
        row.getInt("revision"),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "updated_at"));
  }

  private static ActionPlan whole(ActionPlan bare, List<PlanItem> items) {
    return new ActionPlan(
        bare.id(),
        bare.title(),
        bare.state(),
        items,
        bare.revision(),
        bare.createdAt(),
        bare.updatedAt());
  }

  private static PlanItem item(ResultSet row) throws SQLException {
    String state = row.getString("task_state");
    return new PlanItem(
        new PlanItem.Wish(
            row.getString("title"),
            row.getString("task_type"),
            TaskCards.priority(row.getString("priority")),
            row.getString("area")),
        row.getString("task_id"),
        state == null ? null : TaskCards.state(state));
  }

  private Handle handle() {
    return unitOfWork.handle();
  }
}
