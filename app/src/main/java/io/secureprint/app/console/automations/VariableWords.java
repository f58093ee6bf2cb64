// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Variable;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a condition may speak of, as the people of the shop call it.
record VariableWords(Messages messages) {
  private static final Map<String, Phrase> NAMES =
      Map.ofEntries(
          Map.entry("payload.task_type", Phrase.AUTO_FIELD_TASK_TYPE),
          Map.entry("payload.area", Phrase.AUTO_FIELD_AREA),
          Map.entry("payload.priority", Phrase.AUTO_FIELD_PRIORITY),
          Map.entry("payload.new_state", Phrase.AUTO_FIELD_STATE),
          Map.entry("payload.from", Phrase.AUTO_FIELD_STATE_BEFORE),
          Map.entry("payload.severity", Phrase.AUTO_FIELD_SEVERITY),
          Map.entry("payload.items", Phrase.AUTO_FIELD_LINES),
          Map.entry("payload.paise", Phrase.AUTO_FIELD_PAISE),
          Map.entry("payload.times", Phrase.AUTO_FIELD_TIMES),
          Map.entry("payload.reason", Phrase.AUTO_FIELD_REASON),
          Map.entry("payload", Phrase.AUTO_FIELD_SENT),
          Map.entry("task.id", Phrase.AUTO_THIS_TASK),
          Map.entry("task.title", Phrase.AUTO_FIELD_TITLE),
          Map.entry("task.assignee", Phrase.AUTO_FIELD_ASSIGNEE),
          Map.entry("task.priority", Phrase.AUTO_FIELD_PRIORITY_NOW),
          Map.entry("task.state", Phrase.AUTO_FIELD_STATE_NOW),
          Map.entry("task.area", Phrase.AUTO_FIELD_AREA_NOW),
          Map.entry("actor", Phrase.AUTO_FIELD_ACTOR),
          Map.entry("due", Phrase.AUTO_FIELD_DUE),
          Map.entry("now", Phrase.AUTO_FIELD_NOW));
  /// They say what another one says.
  private static final Set<String> TWICE = Set.of("payload.state", "payload.to", "task.type");

  /// Those that a person is offered; what is written by hand may name the others as well.
  static List<Variable> offered(List<Variable> all) {
    return all.stream()
        .filter(one -> !one.path().startsWith("event.") && !TWICE.contains(one.path()))
        .toList();
  }

  /// Its path where there is no word for it.
  String name(String path) {
    return Optional.ofNullable(NAMES.get(path)).map(messages::text).orElse(path);
  }
}
