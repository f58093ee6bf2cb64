// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.ShopCalendar;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskType;
import io.secureprint.agent.journey.GuardedTasks;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Supplier;

/// A task that somebody is about to put on the board.
final class NewTaskViewModel {
  /// The part of the shop that a task belongs to when nobody says otherwise.
  static final String USUAL_AREA = "counter";

  private final GuardedTasks tasks;
  private final Supplier<ShopCalendar> calendar;
  private final String actor;
  private final Wishing wishing;
  private final Runnable made;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty type = new SimpleStringProperty(TaskType.KNOWN.getFirst());
  private final StringProperty area = new SimpleStringProperty(USUAL_AREA);
  private final StringProperty assignee = new SimpleStringProperty("");
  private final DueForm due = new DueForm();
  private final ObjectProperty<Priority> priority = new SimpleObjectProperty<>(Priority.NORMAL);

  /// @param calendar by whose hours "until that day" is read
  NewTaskViewModel(
      GuardedTasks tasks,
      Supplier<ShopCalendar> calendar,
      String actor,
      Wishing wishing,
      Runnable made) {
    this.tasks = tasks;
    this.calendar = calendar;
    this.actor = actor;
    this.wishing = wishing;
    this.made = made;
  }

  BooleanProperty open() {
    return open;
  }

  StringProperty title() {
    return title;
  }

  StringProperty type() {
    return type;
  }

  StringProperty area() {
    return area;
  }

  /// Empty for nobody.
  StringProperty assignee() {
    return assignee;
  }

  /// By when it is wanted.
  DueForm due() {
    return due;
  }

  ObjectProperty<Priority> priority() {
    return priority;
  }

  /// The code of what is wrong with a field of the draft, by its name on the wire.
  Optional<String> fault(String field) {
    return wishing.outcome().get() instanceof Outcome.Refused(Refusal.Wrong wrong)
        ? wrong.faults().stream()
            .filter(fault -> fault.field().equals(field))
            .map(Refusal.Fault::code)
            .findFirst()
        : Optional.empty();
  }

  void onCreate() {
    String name = assignee.get().strip();
    TaskDraft draft =
        new TaskDraft(
            type.get().strip(),
            area.get().strip(),
            priority.get(),
            title.get().strip(),
            name.isEmpty() ? null : name,
            null,
            TaskDraft.Links.NONE);
    DueForm.Typed wanted = due.typed();
    wishing.ask(
        () -> create(draft, wanted),
        _ -> {
          title.set("");
          assignee.set("");
          due.clear();
          open.set(false);
          made.run();
          return new Outcome.Nothing();
        });
  }

  private Answer<TaskCard> create(TaskDraft draft, DueForm.Typed wanted) {
    try {
      return tasks.create(draft.dueBy(wanted.read(calendar.get())), actor);
    } catch (DateTimeException _) {
      return Answer.refused(new Refusal.Wrong("due", "TASK_DUE_WRONG"));
    }
  }
}
