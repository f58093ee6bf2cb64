// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.journey.GuardedTasks;
import io.secureprint.agent.kernel.GuardedLifecycle.Choice;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// The task that is open beside the board, and everything that is done to single tasks.
final class CardViewModel {
  private static final String REASON_NEEDED = "CANCEL_REASON_NEEDED";

  private final GuardedTasks tasks;
  private final String actor;
  private final Wishing wishing;
  private final Background background;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<@Nullable OpenCard> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TaskState> wanted = new ReadOnlyObjectWrapper<>();
  private final StringProperty reason = new SimpleStringProperty("");
  private final StringProperty comment = new SimpleStringProperty("");
  private final StringProperty title = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper renaming = new ReadOnlyBooleanWrapper();
  private final Map<String, String> kept = new HashMap<>();

  /// @param changed called after each change, so that the board is read again
  CardViewModel(
      GuardedTasks tasks,
      String actor,
      Wishing wishing,
      Background background,
      Runnable changed) {
    this.tasks = tasks;
    this.actor = actor;
    this.wishing = wishing;
    this.background = background;
    this.changed = changed;
  }

  ReadOnlyObjectProperty<@Nullable OpenCard> opened() {
    return opened.getReadOnlyProperty();
  }

  /// Where the open task is to go once a reason is given; null most of the time.
  ReadOnlyObjectProperty<@Nullable TaskState> wanted() {
    return wanted.getReadOnlyProperty();
  }

  StringProperty reason() {
    return reason;
  }

  StringProperty comment() {
    return comment;
  }

  /// What the open task is to be called from now on.
  StringProperty title() {
    return title;
  }

  /// Whether it is being typed.
  ReadOnlyBooleanProperty renaming() {
    return renaming.getReadOnlyProperty();
  }

  /// Every way that the task could go, each with what stands against it.
  List<Choice<TaskState>> moves(Task task) {
    return tasks.moves(task);
  }

  void onOpen(TaskCard card) {
    OpenCard present = opened.get();
    if (present == null || !present.id().equals(card.id())) {
      putAway();
      comment.set(Objects.requireNonNullElse(kept.remove(card.id()), ""));
      opened.set(new OpenCard(card, List.of(), List.of()));
    }
    read(card.id());
  }

  /// Opens the task of this id, if there is one.
  void onFind(String id) {
    background.run(() -> tasks.find(id), found -> found.ifPresent(this::onOpen), wishing::fail);
  }

  /// Reads the open task anew.
  void onReload() {
    OpenCard present = opened.get();
    if (present != null) {
      read(present.id());
    }
  }

  void onClose() {
    putAway();
    opened.set(null);
  }

  /// Moves a task; where that needs a reason, the task is opened and asks for it.
  void onMove(TaskCard card, TaskState to) {
    if (needsReason(card, to)) {
      wishing.forget();
      onOpen(card);
      reason.set("");
      wanted.set(to);
    } else {
      ask(wish -> tasks.move(card.task(), to, "", wish));
    }
  }

  /// The reason is written.
  void onReason() {
    OpenCard present = opened.get();
    TaskState to = wanted.get();
    if (present != null && to != null) {
      ask(wish -> tasks.move(present.card().task(), to, reason.get(), wish));
    }
  }

  /// It stays where it is after all.
  void onKeep() {
    wanted.set(null);
  }

  /// @param somebody empty for nobody
  void onAssign(String somebody) {
    String name = somebody.strip();
    change((task, by) -> tasks.assign(task, name.isEmpty() ? null : name, by));
  }

  void onRename() {
    OpenCard present = opened.get();
    if (present != null) {
      title.set(present.card().task().title());
      renaming.set(true);
    }
  }

  /// It is called otherwise; a name that is refused can be typed anew.
  void onCalled() {
    String name = title.get().strip();
    change((task, by) -> tasks.rename(task, name, by));
  }

  /// It keeps its name after all.
  void onNotCalled() {
    renaming.set(false);
  }

  void onPrioritise(Priority priority) {
    change((task, by) -> tasks.prioritise(task, priority, by));
  }

  void onComment() {
    OpenCard present = opened.get();
    String words = comment.get();
    if (present != null && !words.isBlank()) {
      wishing.ask(
          () -> tasks.comment(present.id(), words, actor),
          card -> {
            written(card.id(), words);
            return done(card);
          });
    }
  }

  /// A comment that is half written is kept for when its task is opened again.
  private void putAway() {
    OpenCard present = opened.get();
    if (present != null && !comment.get().isBlank()) {
      kept.put(present.id(), comment.get());
    }
    comment.set("");
    wanted.set(null);
    renaming.set(false);
  }

  private void written(String id, String words) {
    OpenCard present = opened.get();
    if (present == null || !present.id().equals(id)) {
      kept.remove(id, words);
    } else if (comment.get().equals(words)) {
      comment.set("");
    }
  }

  private boolean needsReason(TaskCard card, TaskState to) {
    return moves(card.task()).stream()
        .filter(choice -> choice.to() == to)
        .flatMap(choice -> choice.objections().stream())
        .anyMatch(objection -> objection.code().equals(REASON_NEEDED));
  }

  private void change(Change how) {
    OpenCard present = opened.get();
    if (present != null) {
      ask(by -> how.to(present.card().task(), by));
    }
  }

  private void ask(Function<String, Answer<TaskCard>> wish) {
    wishing.ask(() -> wish.apply(actor), this::done);
  }

  private Outcome done(TaskCard card) {
    OpenCard present = opened.get();
    if (present != null && present.id().equals(card.id())) {
      wanted.set(null);
      if (card.task().title().equals(title.get().strip())) {
        renaming.set(false);
      }
      opened.set(new OpenCard(card, present.comments(), present.history()));
      read(card.id());
    }
    changed.run();
    return new Outcome.Nothing();
  }

  private void read(String id) {
    background.run(
        () ->
            tasks
                .find(id)
                .map(card -> new OpenCard(card, tasks.comments(id), tasks.history(id))),
        found -> {
          OpenCard present = opened.get();
          if (present != null && present.id().equals(id)) {
            found.ifPresentOrElse(opened::set, this::onClose);
          }
        },
        // What stands there stays: the board beside it tells that it cannot be read.
        () -> {});
  }

  /// A change of the open task by somebody.
  @FunctionalInterface
  private interface Change {
    Answer<TaskCard> to(Task task, String by);
  }
}
