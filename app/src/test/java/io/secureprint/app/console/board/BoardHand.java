// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Board;
import io.secureprint.agent.board.Caller;
import io.secureprint.agent.board.Priority;
import io.secureprint.agent.board.Refusal;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskColumn;
import io.secureprint.agent.board.TaskDraft;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.journey.GuardedBoard;
import io.secureprint.agent.store.TestBoard;
import io.secureprint.app.SampleStaff;
import io.secureprint.app.fx.Background;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A board on a real database with somebody before it, as the tests of its view models need it.
final class BoardHand implements AutoCloseable {
  static final Caller ELSEWHERE = Caller.system("elsewhere");

  final SettableClock clock = new SettableClock();
  final TestBoard behind;
  final Shift shift;
  final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  final BoardViewModel model;

  /// @param name who has logged in, of the people of [SampleStaff#hire]
  BoardHand(Path folder, String name) {
    behind = new TestBoard(folder.resolve("board"), clock);
    shift = new SampleStaff(folder, clock).hire().shift();
    TestStaff.enter(shift, name);
    model =
        new BoardViewModel(
            new GuardedBoard(behind.board(), shift),
            "console",
            clock,
            new Background(Runnable::run, Runnable::run),
            screen::add);
  }

  Board board() {
    return behind.board();
  }

  TaskCard task(String title, Priority priority, @Nullable String assignee) {
    TaskDraft draft =
        new TaskDraft(
            "intake", "counter", priority, title, assignee, null, TaskDraft.Links.NONE);
    return done(board().tasks().create(draft, ELSEWHERE));
  }

  /// What the board has said meanwhile reaches the screen.
  void hear() {
    List<Runnable> heard = new ArrayList<>();
    screen.drainTo(heard);
    heard.forEach(Runnable::run);
  }

  List<String> titles(TaskState state) {
    return Objects.requireNonNull(model.sight().get()).columns().stream()
        .filter(column -> column.state() == state)
        .map(TaskColumn::cards)
        .flatMap(List::stream)
        .map(card -> card.task().title())
        .toList();
  }

  /// The card as the screen has it.
  TaskCard shown(String title) {
    return Objects.requireNonNull(model.sight().get()).columns().stream()
        .flatMap(column -> column.cards().stream())
        .filter(card -> card.task().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  static Refusal refusal(Outcome outcome) {
    if (outcome instanceof Outcome.Refused(Refusal why)) {
      return why;
    }
    throw new AssertionError("not refused: " + outcome);
  }

  static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> value;
      case Answer.Refused<T>(Refusal why) -> throw new AssertionError("refused: " + why);
    };
  }

  @Override
  public void close() {
    model.close();
    behind.close();
  }
}
