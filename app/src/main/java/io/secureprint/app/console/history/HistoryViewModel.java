// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.agent.observe.History;
import io.secureprint.agent.observe.HistoryExport;
import io.secureprint.agent.observe.HistoryExport.Titles;
import io.secureprint.app.console.export.Exported;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The history as far as it has been read: a first page for what is searched, what all of it comes
/// to, further pages as the reader comes near the end, and the steps of the open row.
///
/// One question is under way at a time; what is typed meanwhile is asked when its answer is in.
public final class HistoryViewModel {
  static final int PAGE = 100;
  private static final int NEAR_END = 20;

  private final History history;
  private final InstantSource clock;
  private final Background background;
  private final ZoneId zone;
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty status = new SimpleStringProperty("");
  private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.ANY);
  private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<History.@Nullable Figures> figures =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Exported> exported =
      new ReadOnlyObjectWrapper<>(new Exported.Nothing());
  private final ObservableList<History.Row> rows = FXCollections.observableArrayList();
  private final ObservableList<History.Step> steps = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<History.@Nullable Row> opened =
      new ReadOnlyObjectWrapper<>();
  private boolean asking;
  private boolean stale;
  private boolean more;

  /// How the list stands.
  enum State {
    LOADING, ROWS, EMPTY, NO_MATCH, FAILED
  }

  /// @param zone where the shop's days begin
  public HistoryViewModel(
      History history, InstantSource clock, ZoneId zone, Background background) {
    this.history = history;
    this.clock = clock;
    this.zone = zone;
    this.background = background;
    text.subscribe((_, _) -> onReload());
    status.subscribe((_, _) -> onReload());
    period.subscribe((_, _) -> onReload());
    day.subscribe((_, _) -> onReload());
  }

  /// Reads the first page anew.
  public void onReload() {
    if (asking) {
      stale = true;
    } else {
      state.set(rows.isEmpty() ? State.LOADING : State.ROWS);
      ask(null);
    }
  }

  StringProperty text() {
    return text;
  }

  /// The status that is looked for, by the name that the history knows; empty for all.
  StringProperty status() {
    return status;
  }

  ObjectProperty<Period> period() {
    return period;
  }

  /// The day that was picked, for [Period#DAY].
  ObjectProperty<@Nullable LocalDate> day() {
    return day;
  }

  /// What everything that matches comes to; null until it has been added up.
  ReadOnlyObjectProperty<History.@Nullable Figures> figures() {
    return figures.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Exported> exported() {
    return exported.getReadOnlyProperty();
  }

  /// Whether anything narrows the list.
  boolean isNarrow() {
    return !filter().equals(History.Filter.ALL);
  }

  /// What is called `history-…` and the day, for the file dialog.
  String suggested(String ending) {
    return "history-" + LocalDate.ofInstant(clock.instant(), zone) + ending;
  }

  /// Saves what matches now, however long it is.
  void onExport(Path file, Titles titles) {
    if (exported.get() instanceof Exported.Working) {
      return;
    }
    exported.set(new Exported.Working());
    ExportFile export = new ExportFile(new HistoryExport(history, zone), file);
    History.Filter wanted = filter();
    background.run(
        () -> export.write(wanted, titles),
        rows -> exported.set(new Exported.Done(rows, String.valueOf(file.getFileName()))),
        () -> exported.set(new Exported.Refused("EXPORT_FAILED")));
  }

  ObservableList<History.Row> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<History.@Nullable Row> opened() {
    return opened.getReadOnlyProperty();
  }

  ObservableList<History.Step> steps() {
    return steps;
  }

  Instant now() {
    return clock.instant();
  }

  /// Called for each row that comes into sight; near the end the next page is read.
  void onSeen(int index) {
    if (more && !asking && index >= rows.size() - NEAR_END) {
      ask(rows.getLast().cursor());
    }
  }

  public void onOpen(History.Row row) {
    if (row.equals(opened.get())) {
      return;
    }
    opened.set(row);
    steps.clear();
    background.run(
        () -> history.steps(row.executionId()),
        found -> {
          if (row.equals(opened.get())) {
            steps.setAll(found);
          }
        },
        () -> state.set(State.FAILED));
  }

  void onClose() {
    opened.set(null);
    steps.clear();
  }

  private History.Filter filter() {
    Period.Span span =
        period.get().span(LocalDate.ofInstant(clock.instant(), zone), day.get(), zone);
    return new History.Filter(
        bounded(StatusWords.searched(text.get())), status.get(), span.from(), span.to());
  }

  private static String bounded(String text) {
    return text.substring(0, Math.min(text.length(), History.LONGEST_TEXT));
  }

  private void ask(History.@Nullable Cursor after) {
    asking = true;
    History.Filter asked = filter();
    background.run(
        () ->
            new Read(
                history.search(new History.Query(asked, after, PAGE)),
                after == null ? history.figures(asked) : figures.get()),
        page -> read(after == null, page),
        this::failed);
  }

  private void read(boolean first, Read page) {
    asking = false;
    if (overtaken()) {
      return;
    }
    more = page.rows().size() == PAGE;
    figures.set(page.figures());
    if (first) {
      rows.setAll(page.rows());
    } else {
      rows.addAll(page.rows());
    }
    state.set(rows.isEmpty() ? (isNarrow() ? State.NO_MATCH : State.EMPTY) : State.ROWS);
  }

  private void failed() {
    asking = false;
    if (!overtaken()) {
      more = false;
      rows.clear();
      figures.set(null);
      state.set(State.FAILED);
    }
  }

  /// Whether another text was typed meanwhile; it is asked now.
  private boolean overtaken() {
    boolean again = stale;
    stale = false;
    if (again) {
      ask(null);
    }
    return again;
  }

  /// One page, and what everything comes to.
  private record Read(List<History.Row> rows, History.@Nullable Figures figures) {}
}
