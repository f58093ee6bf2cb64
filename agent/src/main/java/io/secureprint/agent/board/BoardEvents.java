// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.EventLog.Event;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What happened on the board, in the words of the event log: no titles, no comments.
final class BoardEvents {
  private static final String TASK = "task";
  private static final String PLAN = "action_plan";

  private final EventLog log;

  BoardEvents(EventLog log) {
    this.log = log;
  }

  void created(Task task, Caller caller) {
    Map<String, Object> payload = facts(task);
    payload.put("new_state", task.state().word());
    put(payload, "plan_id", task.origin().planId());
    put(payload, "execution_id", task.origin().executionId());
    append(TASK, task.id(), "TaskCreated", payload, caller);
  }

  void moved(Task task, TaskState from, String reason, Caller caller) {
    Map<String, Object> payload = facts(task);
    payload.put("from", from.word());
    payload.put("to", task.state().word());
    payload.put("new_state", task.state().word());
    put(payload, "plan_id", task.origin().planId());
    if (!reason.isBlank()) {
      payload.put("reason", reason);
    }
    append(TASK, task.id(), "TaskStateChanged", payload, caller);
  }

  /// Something else about a task: `TaskAssigned`, `TaskPrioritised`, `TaskCommented`, `TaskRenamed`.
  void changed(String type, Task task, Caller caller) {
    Map<String, Object> payload = facts(task);
    put(payload, "assignee", task.assignee());
    append(TASK, task.id(), type, payload, caller);
  }

  /// `ActionPlanCreated`, `ActionPlanRewritten`, `ActionPlanActivated`, `ActionPlanArchived`.
  void plan(String type, ActionPlan plan, Caller caller) {
    append(
        PLAN,
        plan.id(),
        type,
        Map.of("new_state", plan.state().word(), "items", plan.items().size()),
        caller);
  }

  /// `SlaWarned` or `SlaBreached`.
  void promise(String type, Task task, SlaClock clock) {
    Map<String, Object> payload = facts(task);
    payload.put("policy_id", clock.policy().id());
    payload.put("target_seconds", clock.policy().target().toSeconds());
    payload.put("due", Objects.requireNonNull(clock.due(), "a clock without course").toString());
    append(
        TASK,
        task.id(),
        type,
        payload,
        Caller.system("sla").within(task.origin().correlationId()));
  }

  /// `SlaPolicySet`, `SlaPolicyWithdrawn` or `ShopHoursSet`.
  void rules(String type, String id, Caller caller) {
    append("sla", id, type, Map.of(), caller);
  }

  private void append(
      String aggregate, String id, String type, Map<String, ?> payload, Caller caller) {
    log.append(new Event(aggregate, id, type, payload, caller.name(), caller.correlation()));
  }

  private static Map<String, Object> facts(Task task) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("task_type", task.type());
    facts.put("area", task.area());
    facts.put("priority", task.priority().word());
    facts.put("state", task.state().word());
    return facts;
  }

  private static void put(
      Map<String, Object> payload, String key, @Nullable Object value) {
    if (value != null) {
      payload.put(key, value);
    }
  }
}
