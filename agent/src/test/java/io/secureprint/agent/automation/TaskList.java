// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.kernel.EventLog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A board in memory, which tells the event log what the real one tells it.
final class TaskList implements Tasks {
  private final Map<String, Map<String, String>> tasks = new ConcurrentHashMap<>();
  private final EventLog log;

  TaskList(EventLog log) {
    this.log = log;
  }

  @Override
  public Optional<Map<String, String>> find(String id) {
    return Optional.ofNullable(tasks.get(id));
  }

  @Override
  public Outcome create(Wish wish, Author author) {
    if (wish.title().equals("crash")) {
      throw new IllegalStateException("crash");
    }
    if (wish.type().contains(" ")) {
      return new Outcome.Refused("TASK_TYPE_WRONG", "the type");
    }
    String id = author.commandId();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("id", id);
    facts.put("type", wish.type());
    facts.put("state", "new");
    facts.put("area", wish.area());
    facts.put("priority", wish.priority().isEmpty() ? "normal" : wish.priority());
    facts.put("title", wish.title());
    facts.put("assignee", "");
    tasks.put(id, facts);
    tell("TaskCreated", id, Map.of("new_state", "new"), author);
    return new Outcome.Done(id);
  }

  @Override
  public Outcome move(String id, String state, String reason, Author author) {
    Map<String, String> facts = tasks.getOrDefault(id, Map.of());
    String from = facts.getOrDefault("state", "completed");
    if (from.equals("completed")) {
      return new Outcome.Refused("INVALID_TRANSITION", "to " + state);
    }
    Map<String, String> moved = new LinkedHashMap<>(facts);
    moved.put("state", state);
    tasks.put(id, moved);
    tell("TaskStateChanged", id, Map.of("from", from, "to", state, "new_state", state), author);
    return new Outcome.Done(id);
  }

  List<Map<String, String>> ofType(String type) {
    return tasks.values().stream().filter(facts -> type.equals(facts.get("type"))).toList();
  }

  private void tell(String event, String id, Map<String, String> more, Author author) {
    Map<String, String> facts = find(id).orElseThrow();
    Map<String, String> payload = new LinkedHashMap<>(more);
    payload.put("task_type", facts.getOrDefault("type", ""));
    for (String name : List.of("area", "priority", "state")) {
      payload.put(name, facts.getOrDefault(name, ""));
    }
    log.append(new EventLog.Event("task", id, event, payload, author.name(), author.correlationId()));
  }
}
