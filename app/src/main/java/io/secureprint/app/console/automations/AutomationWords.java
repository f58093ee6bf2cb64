// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Action;
import io.secureprint.agent.automation.Alert;
import io.secureprint.agent.automation.AutomationRows.Version;
import io.secureprint.agent.automation.Draft;
import io.secureprint.agent.automation.EventTypes.FieldType;
import io.secureprint.agent.automation.Trigger.CatchUp;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.TimeWords;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.util.stream.Collectors;

/// The parts of automations as the people of the shop call them.
record AutomationWords(TimeWords times) {
  private static final String PROGRAM = "agent";

  Messages messages() {
    return times.messages();
  }

  String text(Phrase phrase, Object... arguments) {
    return messages().text(phrase, arguments);
  }

  /// What sets it off, in a line.
  String start(Draft.Start start, Instant now) {
    return switch (start.kind()) {
      case EVENT ->
          start.events().stream().map(messages()::event).collect(Collectors.joining(" · "));
      case SCHEDULE -> next(start, now);
      case MANUAL -> text(Phrase.AUTO_KIND_MANUAL);
      case WEBHOOK -> text(Phrase.AUTO_KIND_WEBHOOK) + " · " + start.hook();
    };
  }

  private String next(Draft.Start start, Instant now) {
    return NextTimes.of(start.cron(), start.zone(), now).stream()
        .findFirst()
        .map(at -> text(Phrase.AUTO_NEXT, times.clock(at, now)))
        .orElseGet(() -> text(Phrase.AUTO_KIND_SCHEDULE));
  }

  String kind(Draft.Kind kind) {
    return text(
        switch (kind) {
          case EVENT -> Phrase.AUTO_KIND_EVENT;
          case SCHEDULE -> Phrase.AUTO_KIND_SCHEDULE;
          case MANUAL -> Phrase.AUTO_KIND_MANUAL;
          case WEBHOOK -> Phrase.AUTO_KIND_WEBHOOK;
        });
  }

  static Feather picture(Draft.Kind kind) {
    return switch (kind) {
      case EVENT -> Feather.ZAP;
      case SCHEDULE -> Feather.CLOCK;
      case MANUAL -> Feather.PLAY_CIRCLE;
      case WEBHOOK -> Feather.DOWNLOAD_CLOUD;
    };
  }

  String action(Action.Kind kind) {
    return text(
        switch (kind) {
          case CREATE_TASK -> Phrase.AUTO_DO_CREATE_TASK;
          case UPDATE_TASK_STATE -> Phrase.AUTO_DO_MOVE_TASK;
          case EMIT_ALERT -> Phrase.AUTO_DO_ALERT;
          case WEBHOOK -> Phrase.AUTO_DO_WEBHOOK;
        });
  }

  static Feather picture(Action.Kind kind) {
    return switch (kind) {
      case CREATE_TASK -> Feather.PLUS_SQUARE;
      case UPDATE_TASK_STATE -> Feather.ARROW_RIGHT_CIRCLE;
      case EMIT_ALERT -> Feather.BELL;
      case WEBHOOK -> Feather.SEND;
    };
  }

  String catchUp(CatchUp catchUp) {
    return text(
        switch (catchUp) {
          case SKIP -> Phrase.AUTO_CATCH_SKIP;
          case ONCE -> Phrase.AUTO_CATCH_ONCE;
          case ALL -> Phrase.AUTO_CATCH_ALL;
        });
  }

  String type(FieldType type) {
    return text(
        switch (type) {
          case TEXT -> Phrase.AUTO_TYPE_TEXT;
          case NUMBER -> Phrase.AUTO_TYPE_NUMBER;
          case FLAG -> Phrase.AUTO_TYPE_FLAG;
          case TIME -> Phrase.AUTO_TYPE_TIME;
        });
  }

  /// Who wrote it; the program has no name.
  String author(Version version) {
    return version.author().equals(PROGRAM) ? text(Phrase.AUTO_BUILT_IN) : version.author();
  }

  static Phrase severity(Alert.Severity severity) {
    return switch (severity) {
      case INFO -> Phrase.AUTO_SEVERITY_INFO;
      case WARNING -> Phrase.AUTO_SEVERITY_WARNING;
      case ERROR -> Phrase.AUTO_SEVERITY_ERROR;
      case CRITICAL -> Phrase.AUTO_SEVERITY_CRITICAL;
    };
  }

  static Feather picture(Alert.Severity severity) {
    return switch (severity) {
      case INFO -> Feather.INFO;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case ERROR -> Feather.ALERT_CIRCLE;
      case CRITICAL -> Feather.ALERT_OCTAGON;
    };
  }
}
