// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import io.secureprint.agent.automation.Alert.Message;
import io.secureprint.agent.automation.Alert.Severity;

import java.util.Locale;

/// Does what an automation does within the shop, in the running unit of work.
final class ActionDoer {
  private final Tasks tasks;
  private final Alerts alerts;

  ActionDoer(Tasks tasks, Alerts alerts) {
    this.tasks = tasks;
    this.alerts = alerts;
  }

  Result act(Run run, Action action) {
    String actor = "automation:" + run.automationId();
    Tasks.Author author =
        new Tasks.Author(actor, run.correlationId(), run.id() + "-" + run.progress().done());
    return switch (action.kind()) {
      case CREATE_TASK ->
          result(
              tasks.create(
                  new Tasks.Wish(
                      action.field("task_type"), action.field("area"), action.field("priority"),
                      action.field("title")),
                  author));
      case UPDATE_TASK_STATE ->
          result(
              tasks.move(
                  action.field("task_id"), action.field("state"), action.field("reason"), author));
      case EMIT_ALERT -> {
        Severity severity = Severity.valueOf(action.field("severity").toUpperCase(Locale.ROOT));
        alerts.raise(
            new Message(severity, action.field("title"), action.field("detail"), actor),
            run.correlationId());
        yield new Result.Done();
      }
      case WEBHOOK -> throw new IllegalArgumentException("webhooks are not within the shop");
    };
  }

  private static Result result(Tasks.Outcome outcome) {
    return switch (outcome) {
      case Tasks.Outcome.Done _ -> new Result.Done();
      case Tasks.Outcome.Refused(String code, String words) -> new Result.Refused(code, words);
    };
  }

  /// What came of an action.
  sealed interface Result {
    record Done() implements Result {}

    record Refused(String code, String words) implements Result {}

    /// Worth another try.
    record Later(String code, String words) implements Result {}
  }
}
