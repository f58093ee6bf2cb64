// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.printers;

import io.secureprint.agent.printing.PrinterChoice;
import io.secureprint.agent.printing.PrinterChoices;
import io.secureprint.agent.printing.PrinterChoices.Added;
import io.secureprint.agent.printing.PrinterChoices.Trial;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// The printers there are, the one that is chosen, and what came of trying it.
public final class PrinterPickerViewModel implements AutoCloseable {
  private final PrinterChoices printers;
  private final Background background;
  private final Followed<List<PrinterChoice>> following;
  private final ObservableList<PrinterChoice> found = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable PrinterChoice> chosen = new SimpleObjectProperty<>();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(new Said.Nothing());

  /// @param screen where properties may change
  public PrinterPickerViewModel(PrinterChoices printers, Background background, Executor screen) {
    this.printers = printers;
    this.background = background;
    this.following = new Followed<>(printers.found(), screen);
    following.property().subscribe(this::show);
    chosen.subscribe(() -> said.set(new Said.Nothing()));
  }

  /// Those of a shop's settings, as [PrinterChoice#settings] has them; nothing where they name none.
  public void choose(Map<String, String> settings) {
    printers.of(settings).ifPresent(this::take);
  }

  /// Somebody looks at the printers there are.
  void onLook() {
    if (!looking.get()) {
      looking.set(true);
      background.run(
          () -> {
            printers.look();
            return true;
          },
          _ -> looking.set(false),
          () -> looking.set(false));
    }
  }

  ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  public ObjectProperty<@Nullable PrinterChoice> chosen() {
    return chosen;
  }

  ObservableList<PrinterChoice> found() {
    return found;
  }

  StringProperty typed() {
    return typed;
  }

  ReadOnlyObjectProperty<Said> said() {
    return said.getReadOnlyProperty();
  }

  void onAdd() {
    if (said.get() instanceof Said.Working) {
      return;
    }
    said.set(new Said.Working());
    background.run(
        () -> printers.add(typed.get()),
        added -> {
          switch (added) {
            case Added.Known(PrinterChoice choice) -> {
              said.set(new Said.Nothing());
              take(choice);
              typed.set("");
            }
            case Added.Refused(String code) -> said.set(new Said.Refused(code));
          }
        },
        () -> said.set(new Said.Refused("INTERNAL")));
  }

  private void take(PrinterChoice choice) {
    show(printers.found().get());
    chosen.set(choice);
  }

  void onTry() {
    PrinterChoice choice = chosen.get();
    if (choice == null || said.get() instanceof Said.Working) {
      return;
    }
    said.set(new Said.Working());
    background.run(
        () -> printers.testSheet(choice),
        trial -> tried(choice, trial),
        () -> tried(choice, new Trial.Refused("INTERNAL")));
  }

  @Override
  public void close() {
    following.close();
  }

  /// What came of another printer than the present one is nobody's affair.
  private void tried(PrinterChoice choice, Trial trial) {
    if (choice.equals(chosen.get())) {
      said.set(
          switch (trial) {
            case Trial.SheetSent() -> new Said.SheetSent();
            case Trial.Refused(String code) -> new Said.Refused(code);
          });
    }
  }

  /// What is chosen stays chosen while the list grows.
  private void show(List<PrinterChoice> next) {
    PrinterChoice before = chosen.get();
    if (!found.equals(next)) {
      found.setAll(next);
    }
    if (before != null && found.contains(before)) {
      chosen.set(before);
    }
  }
}
