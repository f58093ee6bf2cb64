// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.automation.Tasks;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.step.CardStep;
import io.secureprint.agent.engine.step.WorkBoard;
import io.secureprint.agent.kernel.EventFeed.Entry;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.outbox.EventConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What workflows and automations want of the work board, and what becomes of it there: rooms that do not
/// know each other.
final class BoardLinks implements Tasks, WorkBoard {
  private static final Logger LOG = LoggerFactory.getLogger(BoardLinks.class);

  private final Board board;

  BoardLinks(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Map<String, String>> find(String id) {
    return board.tasks().find(id).map(TaskCard::task).map(BoardLinks::told);
  }

  @Override
  public Outcome create(Wish wish, Author author) {
    Optional<Priority> priority =
        wish.priority().isEmpty() ? Optional.of(Priority.NORMAL) : Priority.find(wish.priority());
    if (priority.isEmpty()) {
      return new Outcome.Refused("TASK_WORDS_WRONG", wish.priority());
    }
    String area = wish.area().isEmpty() ? "counter" : wish.area();
    TaskDraft draft = new TaskDraft(wish.type(), area, priority.get(), wish.title());
    return outcome(board.tasks().create(draft, caller(author)));
  }

  @Override
  public Outcome move(String id, String state, String reason, Author author) {
    return TaskState.find(state)
        .map(to -> outcome(board.tasks().transition(id, to, reason, caller(author))))
        .orElseGet(() -> new Outcome.Refused("INVALID_TRANSITION", state));
  }

  @Override
  public Optional<String> open(
      String key, String executionId, String correlationId, StepConfig.Card card) {
    Priority priority = Priority.find(card.priority()).orElse(Priority.NORMAL);
    TaskDraft draft =
        new TaskDraft(
            card.taskType(),
            card.area(),
            priority,
            title(card),
            null,
            null,
            new TaskDraft.Links(null, executionId, null));
    Caller caller = Caller.system("workflow").within(correlationId).once(Sha256.hex(key));
    return board.tasks().create(draft, caller) instanceof Answer.Done<TaskCard>(TaskCard made)
        ? Optional.of(made.task().id())
        : Optional.empty();
  }

  @Override
  public void withdraw(String card, String correlationId) {
    Caller caller = Caller.system("workflow").within(correlationId);
    Answer<TaskCard> answer =
        board.tasks().transition(card, TaskState.CANCELLED, "nobody waits for it any more", caller);
    if (answer instanceof Answer.Refused<TaskCard>(Refusal why)) {
      LOG.info("the card {} stays on the board: {}", card, why.code());
    }
  }

  /// As the board takes it: one line, not too long.
  private static String title(StepConfig.Card card) {
    String line = card.title().in(JsonObject.EMPTY).en().replaceAll("\\s+", " ").strip();
    String words = line.isEmpty() ? card.taskType() : line;
    int end = Math.min(words.length(), TaskDraft.LONGEST_TITLE);
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end).strip();
  }

  /// Tells executions what people made of their cards.
  EventConsumer cards(Engine engine) {
    return new EventConsumer() {
      @Override
      public String name() {
        return "workflow-cards";
      }

      @Override
      public void accept(Entry entry) {
        if (entry.event().type().equals("TaskStateChanged")) {
          String id = entry.event().aggregateId();
          board.tasks().find(id).map(TaskCard::task).ifPresent(task -> tell(engine, task));
        }
      }
    };
  }

  private static void tell(Engine engine, Task task) {
    String execution = task.origin().executionId();
    boolean over = TaskState.LIFECYCLE.terminal(task.state());
    if (execution != null && over) {
      Facts facts =
          Facts.of("task", task.id()).and("done", task.state() == TaskState.COMPLETED);
      engine.signal(execution, "card-" + task.id(), new Signal(CardStep.CARD, facts));
    }
  }

  private static Caller caller(Author author) {
    return Caller.system(author.name()).within(author.correlationId()).once(author.commandId());
  }

  private static Outcome outcome(Answer<TaskCard> answer) {
    return switch (answer) {
      case Answer.Done<TaskCard>(TaskCard card) -> new Outcome.Done(card.task().id());
      case Answer.Refused<TaskCard>(Refusal why) -> new Outcome.Refused(why.code(), why.toString());
    };
  }

  private static Map<String, String> told(Task task) {
    return Map.of(
        "id", task.id(),
        "type", task.type(),
        "state", task.state().word(),
        "area", task.area(),
        "priority", task.priority().word(),
        "title", task.title(),
        "assignee", Objects.requireNonNullElse(task.assignee(), ""));
  }
}
