// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.printers;

import io.secureprint.agent.printing.PrinterChoice;
import io.secureprint.agent.printing.PrinterChoices;
import io.secureprint.agent.printing.PrinterChoices.Added;
import io.secureprint.agent.printing.PrinterChoices.Trial;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Followed;

import javafx.beans.property.ObjectProperty;
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
import java.util.function.Consumer;

/// The printers there are, the one that is chosen, and what came of trying it.
public final class PrinterPickerViewModel implements AutoCloseable {
  private final PrinterChoices printers;
  private final Background background;
  private final Followed<List<PrinterChoice>> following;
  private final ObservableList<PrinterChoice> found = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable PrinterChoice> chosen = new SimpleObjectProperty<>();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(new Said.Nothing());

  /// Closes `printers` with itself.
  ///
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
    String named =
        switch (settings.getOrDefault("printer.kind", "")) {
          case "cups" -> settings.getOrDefault("printer.queue", "");
          case "ipp" -> settings.getOrDefault("printer.uri", "");
          case "folder" -> settings.getOrDefault("printer.folder", "");
          default -> "";
        };
    if (!named.isEmpty()) {
      add(named, _ -> {});
    }
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
    add(typed.get(), code -> said.set(new Said.Refused(code)));
  }

  private void add(String name, Consumer<String> refused) {
    background.run(
        () -> printers.add(name),
        added -> {
          switch (added) {
            case Added.Known(PrinterChoice choice) -> {
              show(printers.found().get());
              chosen.set(choice);
              typed.set("");
            }
            case Added.Refused(String code) -> refused.accept(code);
          }
        },
        () -> refused.accept("INTERNAL"));
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
    printers.close();
  }

  /// What came of another printer than the present one is nobody's affair.
  private void tried(PrinterChoice choice, Trial trial) {
    if (choice.equals(chosen.get())) {
      said.set(
          switch (trial) {
            case Trial.SheetSent() -> new Said.SheetSent();
            case Trial.Answers() -> new Said.Answers();
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
