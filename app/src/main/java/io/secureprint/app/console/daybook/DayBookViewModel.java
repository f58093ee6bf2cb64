// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.daybook;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.DayBook;
import io.secureprint.agent.observe.DayBook.Confirmed;
import io.secureprint.app.console.export.Exported;
import io.secureprint.app.console.export.WholeFile;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/// One day's page of the books at a time, and what a person has ticked of it. Ticks are this screen's
/// own: they last until it ends, whatever is looked at meanwhile.
public final class DayBookViewModel {
  private final DayBook book;
  private final InstantSource clock;
  private final Background background;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<LocalDate> date;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
  private final ReadOnlyObjectWrapper<Set<Confirmed>> ticked =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Exported> exported =
      new ReadOnlyObjectWrapper<>(new Exported.Nothing());
  private boolean asking;
  private boolean stale;

  /// How the page stands.
  sealed interface State {
    record Reading() implements State {}

    record Read(DayBook.Page page) implements State {}

    record Failed() implements State {}
  }

  public DayBookViewModel(DayBook book, InstantSource clock, Background background) {
    this.book = book;
    this.clock = clock;
    this.background = background;
    this.date = new ReadOnlyObjectWrapper<>(today());
  }

  public ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  /// Opens at today.
  public void onOpen() {
    open.set(true);
    turn(today());
  }

  void onClose() {
    open.set(false);
  }

  void onDayBefore() {
    turn(date.get().minusDays(1));
  }

  /// Stays where the next day has not begun.
  void onDayAfter() {
    if (hasDayAfter()) {
      turn(date.get().plusDays(1));
    }
  }

  boolean hasDayAfter() {
    return date.get().isBefore(today());
  }

  /// Reads the page anew; a wish while one is being read is kept until it is.
  public void onReload() {
    stale = asking;
    if (!asking) {
      asking = true;
      LocalDate asked = date.get();
      background.run(
          () -> book.of(asked),
          page -> answered(new State.Read(page)),
          () -> answered(new State.Failed()));
    }
  }

  /// A person has found this row in the drawer or on the statement, or not after all.
  void onTick(Confirmed row) {
    Set<Confirmed> next = new HashSet<>(ticked.get());
    if (!next.remove(row)) {
      next.add(row);
    }
    ticked.set(Set.copyOf(next));
  }

  /// Saves what is shown, in the words of `table`.
  void onExport(Path file, Function<DayBook.Page, WholeFile.Content> table) {
    if (exported.get() instanceof Exported.Working || !(state.get() instanceof State.Read(var page))) {
      return;
    }
    exported.set(new Exported.Working());
    background.run(
        () -> new WholeFile(file).write(table.apply(page)),
        rows -> exported.set(new Exported.Done(rows, String.valueOf(file.getFileName()))),
        () -> exported.set(new Exported.Refused("EXPORT_FAILED")));
  }

  ReadOnlyObjectProperty<LocalDate> date() {
    return date.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Set<Confirmed>> ticked() {
    return ticked.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Exported> exported() {
    return exported.getReadOnlyProperty();
  }

  /// Where the days of the books begin.
  ZoneId zone() {
    return book.zone();
  }

  /// How many rows of a page are ticked.
  int ticked(DayBook.Page page) {
    return (int) page.confirmed().stream().filter(ticked.get()::contains).count();
  }

  /// What is still to be found.
  Paise unticked(DayBook.Page page) {
    return page.confirmed().stream()
        .filter(row -> !ticked.get().contains(row))
        .map(Confirmed::amount)
        .reduce(Paise.ZERO, Paise::plus);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), book.zone());
  }

  private void turn(LocalDate to) {
    date.set(to);
    state.set(new State.Reading());
    exported.set(new Exported.Nothing());
    onReload();
  }

  /// What was overtaken by another day is not shown.
  private void answered(State next) {
    asking = false;
    if (stale) {
      onReload();
    } else {
      state.set(next);
    }
  }
}
