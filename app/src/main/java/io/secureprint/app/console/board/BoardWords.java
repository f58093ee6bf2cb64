// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.ActionPlanState;
import io.secureprint.agent.board.Happening;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;
import io.secureprint.app.fx.TimeWords;

import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;

/// The board's own words in one language.
record BoardWords(TimeWords times) {
  Messages messages() {
    return times.messages();
  }

  String text(Phrase phrase, Object... arguments) {
    return messages().text(phrase, arguments);
  }

  String of(TaskState state) {
    return text(
        switch (state) {
          case NEW -> Phrase.TASK_STATE_NEW;
          case IN_PROGRESS -> Phrase.TASK_STATE_IN_PROGRESS;
          case BLOCKED -> Phrase.TASK_STATE_BLOCKED;
          case COMPLETED -> Phrase.TASK_STATE_COMPLETED;
          case CANCELLED -> Phrase.TASK_STATE_CANCELLED;
        });
  }

  /// A state as a refusal names it.
  String ofState(String word) {
    return TaskState.find(word)
        .map(this::of)
        .or(() -> ActionPlanState.find(word).map(this::of))
        .orElse(word);
  }

  String of(ActionPlanState state) {
    return text(
        switch (state) {
          case DRAFT -> Phrase.PLAN_STATE_DRAFT;
          case ACTIVE -> Phrase.PLAN_STATE_ACTIVE;
          case ARCHIVED -> Phrase.PLAN_STATE_ARCHIVED;
        });
  }

  String of(Priority priority) {
    return messages().priority(priority.word());
  }

  /// A part of the shop; one that the owner named stands as it is.
  String area(String area) {
    return area.equals(NewTaskViewModel.USUAL_AREA) ? text(Phrase.AREA_COUNTER) : area;
  }

  /// Who did something: a person by name, and what the shop does by itself in words.
  String actor(String actor) {
    return switch (actor.split(":", 2)[0]) {
      case "automation" -> text(Phrase.ACTOR_AUTOMATION);
      case "sla" -> text(Phrase.ACTOR_PROMISE);
      case "workflow" -> text(Phrase.ACTOR_WORKFLOW);
      case "console" -> text(Phrase.ACTOR_CONSOLE);
      default -> actor;
    };
  }

  /// A type of task; one that the owner invented stands as it is, but for the lines between its words.
  String type(String type) {
    return switch (type) {
      case "intake" -> text(Phrase.TYPE_INTAKE);
      case "assessment" -> text(Phrase.TYPE_ASSESSMENT);
      case "review" -> text(Phrase.TYPE_REVIEW);
      case "refill_paper" -> text(Phrase.TYPE_REFILL_PAPER);
      case "clear_jam" -> text(Phrase.TYPE_CLEAR_JAM);
      case "refund_utr" -> text(Phrase.TYPE_REFUND_UTR);
      case "confirm_print" -> text(Phrase.TYPE_CONFIRM_PRINT);
      case "customer_waiting" -> text(Phrase.TYPE_CUSTOMER_WAITING);
      default -> type.replace('_', ' ');
    };
  }

  String assignee(TaskCard card) {
    String name = card.task().assignee();
    return name == null ? text(Phrase.TASK_NOBODY) : name;
  }

  /// How a promise stands; empty where there is none.
  String of(PromiseReading reading) {
    return switch (reading.kind()) {
      case NONE -> "";
      case RUNNING -> text(Phrase.PROMISE_LEFT, span(reading.span()));
      case SOON -> text(Phrase.PROMISE_SOON, span(reading.span()));
      case BROKEN -> text(Phrase.PROMISE_BROKEN, span(reading.span()));
      case PAUSED -> text(Phrase.PROMISE_PAUSED, span(reading.span()));
      case KEPT -> text(Phrase.PROMISE_KEPT);
      case BROKEN_OVER -> text(Phrase.PROMISE_BROKEN_OVER);
    };
  }

  /// How long a promise is.
  String length(Duration target) {
    return target.toHours() == 0
        ? text(Phrase.LENGTH_MINUTES, target.toMinutes())
        : text(Phrase.LENGTH_HOURS, target.toHours(), target.toMinutesPart());
  }

  private String span(Duration span) {
    if (span.toDays() > 0) {
      return text(Phrase.SPAN_DAYS, span.toDays(), span.toHoursPart());
    }
    return span.toHours() > 0
        ? text(Phrase.SPAN_HOURS, span.toHours(), span.toMinutesPart())
        : span.toMinutes() > 0
            ? text(Phrase.SPAN_MINUTES, span.toMinutes())
            : text(Phrase.SPAN_SECONDS, span.toSeconds());
  }

  String of(Happening happening) {
    return switch (happening.type()) {
      case "TaskCreated" -> text(Phrase.TASK_CREATED);
      case "TaskStateChanged" -> text(Phrase.TASK_MOVED, of(happening.state()));
      case "TaskAssigned" -> assigned(happening);
      case "TaskPrioritised" -> text(Phrase.TASK_PRIORITISED, of(happening.priority()));
      case "TaskRenamed" -> text(Phrase.TASK_RENAMED);
      case "TaskCommented" -> text(Phrase.TASK_COMMENTED);
      case "SlaWarned" -> text(Phrase.TASK_WARNED);
      case "SlaBreached" -> text(Phrase.TASK_BREACHED);
      default -> happening.type();
    };
  }

  private String assigned(Happening happening) {
    String name = happening.assignee();
    return name == null ? text(Phrase.TASK_UNASSIGNED) : text(Phrase.TASK_ASSIGNED, name);
  }

  static Feather picture(TaskState state) {
    return switch (state) {
      case NEW -> Feather.INBOX;
      case IN_PROGRESS -> Feather.PLAY_CIRCLE;
      case BLOCKED -> Feather.PAUSE_CIRCLE;
      case COMPLETED -> Feather.CHECK_CIRCLE;
      case CANCELLED -> Feather.X_CIRCLE;
    };
  }

  static Feather picture(Priority priority) {
    return switch (priority) {
      case LOW -> Feather.CHEVRON_DOWN;
      case NORMAL -> Feather.MINUS;
      case HIGH -> Feather.CHEVRON_UP;
      case URGENT -> Feather.CHEVRONS_UP;
    };
  }
}
