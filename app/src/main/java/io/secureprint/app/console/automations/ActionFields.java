// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Action;
import io.secureprint.agent.board.TaskType;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import java.util.List;
import java.util.Locale;

/// The parts of actions by their names, and what can be chosen for those that have a list.
record ActionFields(Messages messages) {
  static final String THIS_TASK = "${" + AutomationForm.TASK_ID + "}";
  private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
  private static final List<String> SEVERITIES = List.of("info", "warning", "error", "critical");
  private static final List<String> ALL_STATES =
      List.of("new", "in_progress", "blocked", "completed", "cancelled");
  private static final List<String> STATES =
      List.of("in_progress", "blocked", "completed", "cancelled");

  /// Empty for what is typed.
  static List<String> choices(String field) {
    return switch (field) {
      case "priority" -> PRIORITIES;
      case "severity" -> SEVERITIES;
      case "state" -> STATES;
      default -> List.of();
    };
  }

  /// What is mostly meant, where other words can be typed as well.
  static List<String> usual(String field, AutomationForm form) {
    return switch (field) {
      case "task_type" -> TaskType.KNOWN;
      case "task_id" -> form.speaksOf(AutomationForm.TASK_ID) ? List.of(THIS_TASK) : List.of();
      default -> List.of();
    };
  }

  /// The words that something of an event mostly has; empty where nobody knows.
  static List<String> usualOf(String path, AutomationForm form) {
    return switch (path) {
      case "payload.task_type" -> TaskType.KNOWN;
      case "payload.priority", "task.priority" -> PRIORITIES;
      case "payload.severity" -> SEVERITIES;
      case "payload.new_state", "payload.from", "task.state" ->
          form.speaksOf(AutomationForm.TASK_ID) ? ALL_STATES : List.of();
      default -> List.of();
    };
  }

  /// What was meant by a name that was chosen, or by words that were typed.
  String value(List<String> usual, String typed) {
    return usual.stream()
        .filter(value -> choice(value).equalsIgnoreCase(typed.strip()))
        .findFirst()
        .orElse(typed);
  }

  String title(Action.Kind kind, String field) {
    return messages.text(
        switch (field) {
          case "task_type" -> Phrase.AUTO_FIELD_TASK_TYPE;
          case "area" -> Phrase.AUTO_FIELD_AREA;
          case "priority" -> Phrase.AUTO_FIELD_PRIORITY;
          case "task_id" -> Phrase.AUTO_FIELD_TASK;
          case "state" -> Phrase.AUTO_FIELD_STATE;
          case "reason" -> Phrase.AUTO_FIELD_REASON;
          case "severity" -> Phrase.AUTO_FIELD_SEVERITY;
          case "title" ->
              kind == Action.Kind.EMIT_ALERT
                  ? Phrase.AUTO_FIELD_ALERT
                  : Phrase.AUTO_FIELD_TITLE;
          case "detail" -> Phrase.AUTO_FIELD_DETAIL;
          case "url" -> Phrase.AUTO_FIELD_URL;
          case "text" -> Phrase.AUTO_FIELD_TEXT;
          default -> throw new IllegalArgumentException("a field without a name: " + field);
        });
  }

  /// A choice as it is called; what was written by hand stands as it is.
  String choice(String value) {
    return switch (value) {
      case "" -> messages.text(Phrase.AUTO_AS_USUAL);
      case "low", "normal", "high", "urgent" -> messages.priority(value);
      case "info" -> messages.text(Phrase.AUTO_SEVERITY_INFO);
      case "warning" -> messages.text(Phrase.AUTO_SEVERITY_WARNING);
      case "error" -> messages.text(Phrase.AUTO_SEVERITY_ERROR);
      case "critical" -> messages.text(Phrase.AUTO_SEVERITY_CRITICAL);
      case "new" -> messages.text(Phrase.TASK_STATE_NEW);
      case "in_progress" -> messages.text(Phrase.AUTO_STATE_IN_PROGRESS);
      case "blocked" -> messages.text(Phrase.AUTO_STATE_BLOCKED);
      case "completed" -> messages.text(Phrase.AUTO_STATE_COMPLETED);
      case "cancelled" -> messages.text(Phrase.AUTO_STATE_CANCELLED);
      case THIS_TASK -> messages.text(Phrase.AUTO_THIS_TASK);
      default ->
          TaskType.KNOWN.contains(value)
              ? messages.text(Phrase.valueOf("TYPE_" + value.toUpperCase(Locale.ROOT)))
              : value;
    };
  }
}
