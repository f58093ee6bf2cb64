// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console;

import io.secureprint.agent.journey.Desk;
import io.secureprint.agent.journey.PrinterDesk;
import io.secureprint.agent.journey.PrinterTile;
import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.session.EasyName;
import io.secureprint.agent.session.EasyNames;
import io.secureprint.app.console.Found.Command;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// One line in which everything of the console is found by its name in either language: who is here,
/// screens, commands, printers, and who was here. The history is asked one question at a time; what is
/// typed meanwhile is asked when its answer is in.
public final class SearchViewModel implements AutoCloseable {
  /// Rows in all, and of each kind: what is meant stands among the first, or more is typed.
  static final int MOST = 10;
  static final int OF_EACH = 4;

  private final Followed<List<SessionTile>> sessions;
  private final Followed<List<PrinterTile>> printers;
  private final History history;
  private final BooleanSupplier lockable;
  private final Background background;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private final ObservableList<Found> found = FXCollections.observableArrayList();
  private List<History.Row> visits = List.of();
  private boolean asking;
  private boolean stale;

  /// @param lockable whether there is somebody whom a lock would keep out
  /// @param screen where properties may change
  public SearchViewModel(
      Desk desk,
      PrinterDesk printers,
      History history,
      BooleanSupplier lockable,
      Background background,
      Executor screen) {
    this.sessions = new Followed<>(desk.sessions(), screen);
    this.printers = new Followed<>(printers.printers(), screen);
    this.history = history;
    this.lockable = lockable;
    this.background = background;
    text.subscribe((_, _) -> onText());
  }

  StringProperty text() {
    return text;
  }

  ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  /// Whether past visits could not be looked through.
  ReadOnlyBooleanProperty failed() {
    return failed.getReadOnlyProperty();
  }

  /// What has this text, the most likely first.
  ObservableList<Found> found() {
    return found;
  }

  void onOpen() {
    text.set("");
    open.set(true);
  }

  void onClose() {
    open.set(false);
    text.set("");
  }

  void onToggle() {
    if (open.get()) {
      onClose();
    } else {
      onOpen();
    }
  }

  @Override
  public void close() {
    sessions.close();
    printers.close();
  }

  private void onText() {
    visits = List.of();
    failed.set(false);
    show();
    if (asking) {
      stale = true;
    } else if (!wanted().isEmpty()) {
      ask();
    }
  }

  private void ask() {
    asking = true;
    stale = false;
    // Those who are here now stand among the visits too, and are left out.
    int limit = OF_EACH + sessions.property().get().size();
    String name = EasyNames.inEnglish(wanted());
    background.run(
        () -> history.search(new History.Query(name, null, limit)), this::answered, this::noAnswer);
  }

  private void answered(List<History.Row> rows) {
    asking = false;
    if (stale) {
      again();
    } else {
      visits = rows;
      show();
    }
  }

  private void noAnswer() {
    asking = false;
    if (stale) {
      again();
    } else {
      failed.set(true);
    }
  }

  private void again() {
    stale = false;
    if (!wanted().isEmpty()) {
      ask();
    }
  }

  private void show() {
    String wanted = wanted();
    found.setAll(
        wanted.isEmpty()
            ? List.of()
            : Stream.of(customers(), places(), actions(), printed(), past())
                .flatMap(kind -> kind.limit(OF_EACH))
                .limit(MOST)
                .toList());
  }

  private Stream<Found> customers() {
    return sessions.property().get().stream()
        .filter(tile -> isCalled(tile.name()))
        .map(Found.Customer::new);
  }

  private Stream<Found> places() {
    return Arrays.stream(Screen.values())
        .filter(screen -> isCalled(screen.title()))
        .map(Found.Place::new);
  }

  private Stream<Found> actions() {
    return Arrays.stream(Command.values())
        .filter(command -> command != Command.LOCK || lockable.getAsBoolean())
        .filter(command -> isCalled(command.title()))
        .map(Found.Action::new);
  }

  private Stream<Found> printed() {
    return printers.property().get().stream()
        .filter(tile -> has(tile.name()))
        .map(Found.Printer::new);
  }

  private Stream<Found> past() {
    List<String> here =
        sessions.property().get().stream().map(SessionTile::executionId).toList();
    return visits.stream()
        .filter(row -> !here.contains(row.executionId()))
        .map(Found.Visit::new);
  }

  private boolean isCalled(EasyName name) {
    return has(name.english()) || has(name.hindi());
  }

  private boolean isCalled(Phrase title) {
    return Arrays.stream(Language.values())
        .anyMatch(language -> has(Messages.in(language).text(title)));
  }

  private boolean has(String name) {
    return name.toLowerCase(Locale.ROOT).contains(wanted());
  }

  private String wanted() {
    String typed = Objects.requireNonNullElse(text.get(), "").strip().toLowerCase(Locale.ROOT);
    return typed.substring(0, Math.min(typed.length(), History.LONGEST_TEXT));
  }
}
