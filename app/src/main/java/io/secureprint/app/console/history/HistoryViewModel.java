// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.agent.observe.History;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The history as far as it has been read: a first page for the text that is searched, further
/// pages as the reader comes near the end, and the steps of the open row.
///
/// One question is under way at a time; a text typed meanwhile is asked when its answer is in.
public final class HistoryViewModel {
  static final int PAGE = 100;
  private static final int NEAR_END = 20;

  private final History history;
  private final InstantSource clock;
  private final Background background;
  private final StringProperty text = new SimpleStringProperty("");
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

  public HistoryViewModel(History history, InstantSource clock, Background background) {
    this.history = history;
    this.clock = clock;
    this.background = background;
    text.subscribe((_, _) -> onReload());
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
      ask(rows.getLast().startedAt());
    }
  }

  void onOpen(History.Row row) {
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

  private void ask(@Nullable Instant before) {
    asking = true;
    String asked = StatusWords.searched(text.get());
    background.run(
        () -> history.search(new History.Query(asked, before, PAGE)),
        page -> read(asked, before, page),
        this::failed);
  }

  private void read(String asked, @Nullable Instant before, List<History.Row> page) {
    asking = false;
    if (overtaken()) {
      return;
    }
    more = page.size() == PAGE;
    if (before == null) {
      rows.setAll(page);
    } else {
      rows.addAll(page);
    }
    state.set(rows.isEmpty() ? (asked.isEmpty() ? State.EMPTY : State.NO_MATCH) : State.ROWS);
  }

  private void failed() {
    asking = false;
    if (!overtaken()) {
      more = false;
      rows.clear();
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
}
