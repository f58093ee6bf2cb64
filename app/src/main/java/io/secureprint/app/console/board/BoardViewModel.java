// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.BoardFigures;
import io.secureprint.agent.board.ShopCalendar;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskColumn;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.journey.GuardedBoard;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// The board as far as a person looks at it. It is read when it comes into sight, when a filter
/// changes and when the board itself says that something is different; while nothing happens only the
/// clocks move.
public final class BoardViewModel implements AutoCloseable {
  /// Cards of one column.
  static final int EACH = 30;

  private final GuardedBoard board;
  private final InstantSource clock;
  private final Background background;
  private final Followed<BoardFigures> figures;
  private final Wishing wishing;
  private final CardViewModel card;
  private final NewTaskViewModel newTask;
  private final PlansViewModel plans;
  private final PromisesViewModel promises;
  private final TaskFilters filters = new TaskFilters(this::onReload);
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TASKS);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable Sight> sight = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Instant> now;
  private boolean shown;
  private boolean asking;
  private boolean stale;
  private boolean closed;

  /// What is looked at.
  enum Part {
    TASKS, PLANS, PROMISES
  }

  /// How the columns stand.
  enum State {
    LOADING, CARDS, EMPTY, NO_MATCH, FAILED
  }

  /// The columns, the hours that their clocks are counted by, and who can be given a task.
  record Sight(List<TaskColumn> columns, ShopCalendar calendar, List<String> workers) {
    long cards() {
      return columns.stream().mapToLong(TaskColumn::all).sum();
    }

    /// What the tasks in sight have of something, such as their types.
    List<String> each(Function<Task, String> of) {
      return columns.stream()
          .flatMap(column -> column.cards().stream())
          .map(card -> of.apply(card.task()))
          .distinct()
          .toList();
    }
  }

  /// @param actor what this console calls itself in a shop without PINs
  /// @param screen where properties may change
  public BoardViewModel(
      GuardedBoard board,
      String actor,
      InstantSource clock,
      Background background,
      Executor screen) {
    this.board = board;
    this.clock = clock;
    this.background = background;
    this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    this.wishing = new Wishing(background);
    this.card = new CardViewModel(board.tasks(), actor, wishing, background, this::onReload);
    this.newTask =
        new NewTaskViewModel(
            board.tasks(), board.promises()::calendar, actor, wishing, this::onReload);
    this.plans = new PlansViewModel(board.plans(), actor, background, this::onTask);
    this.promises = new PromisesViewModel(board.promises(), actor, background, this::onReload);
    this.figures = new Followed<>(board.figures(), screen);
    figures.property().subscribe((_, _) -> follow());
  }

  /// How many tasks there are, and how their promises stand, for the rail.
  public ReadOnlyObjectProperty<BoardFigures> figures() {
    return figures.property();
  }

  /// Whoever comes next at this console is perhaps not the owner.
  public void onLeave() {
    promises.onClose();
    wishing.forget();
  }

  ObjectProperty<Part> part() {
    return part;
  }

  TaskFilters filters() {
    return filters;
  }

  CardViewModel card() {
    return card;
  }

  NewTaskViewModel newTask() {
    return newTask;
  }

  /// Whether a plan is being written that would be lost with this program.
  public boolean hasUnsaved() {
    return plans.hasUnsaved();
  }

  PlansViewModel plans() {
    return plans;
  }

  PromisesViewModel promises() {
    return promises;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// Null until it has been read.
  ReadOnlyObjectProperty<@Nullable Sight> sight() {
    return sight.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Outcome> outcome() {
    return wishing.outcome();
  }

  /// The moment that the clocks are told by.
  ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  /// Who is at the console, where that is known.
  Optional<String> me() {
    return board.present();
  }

  /// Whether anybody sees it: what is out of sight is neither read nor counted down.
  void onShown(boolean inSight) {
    shown = inSight;
    if (inSight) {
      onTick();
      follow();
    } else {
      onLeave();
    }
  }

  /// Shows the plan that a task belongs to.
  void onPlan(String id) {
    plans.onFind(id);
    part.set(Part.PLANS);
  }

  /// What was told of the last wish has been read.
  void onRead() {
    wishing.forget();
  }

  void onTick() {
    now.set(clock.instant());
  }

  /// Reads the columns anew; a wish while they are being read is kept until they are.
  void onReload() {
    stale = asking;
    if (!asking && !closed) {
      asking = true;
      TaskQuery.Filter wanted = filters.filter(me().orElse(null));
      background.run(() -> read(wanted), this::took, this::failed);
    }
  }

  /// Nothing is read any more, whatever was wished for while the last reading was under way.
  @Override
  public void close() {
    closed = true;
    plans.close();
    figures.close();
  }

  /// Shows the task of a line of a plan.
  private void onTask(String id) {
    newTask.open().set(false);
    card.onFind(id);
    part.set(Part.TASKS);
  }

  private void follow() {
    if (shown) {
      onReload();
      card.onReload();
      plans.onReload();
    }
  }

  private Sight read(TaskQuery.Filter wanted) {
    return new Sight(
        board.tasks().columns(wanted, EACH), board.promises().calendar(), board.workers());
  }

  private void took(Sight next) {
    if (!asked()) {
      sight.set(next);
      boolean none = next.cards() == 0;
      state.set(none ? (filters.isNarrow() ? State.NO_MATCH : State.EMPTY) : State.CARDS);
    }
  }

  private void failed() {
    if (!asked()) {
      state.set(State.FAILED);
    }
  }

  /// Whether something else was wished for meanwhile; it is asked now.
  private boolean asked() {
    asking = false;
    boolean again = stale;
    if (again) {
      onReload();
    }
    return again;
  }
}
