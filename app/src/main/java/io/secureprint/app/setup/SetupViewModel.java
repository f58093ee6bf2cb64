// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.setup;

import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.FirstStart;
import io.secureprint.agent.SettingRefused;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.printing.PrinterChoice;
import io.secureprint.app.form.Form;
import io.secureprint.app.form.ShopSettings;
import io.secureprint.app.fx.Background;
import io.secureprint.app.fx.Language;
import io.secureprint.app.pin.NewPinModel;
import io.secureprint.app.printers.PrinterPickerViewModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The assistant: where it is, what was said, and what is wrong with it. Each page that was left by
/// Next is kept, so that a closed window loses nothing but the page it showed.
public final class SetupViewModel implements AutoCloseable {
  private final FirstStart start;
  private final Background background;
  private final PrinterPickerViewModel printers;
  private final Consumer<SetupChoice> decided;
  private final Form shop = new Form(ShopSettings.SHOP);
  private final Form upi = new Form(ShopSettings.UPI);
  private final Form prices = new Form(ShopSettings.PRICES);
  private final StringProperty owner = new SimpleStringProperty("");
  private final NewPinModel pin = new NewPinModel();
  private final ObjectProperty<Language> language;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.WELCOME);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper ownerWrong = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final Map<String, String> summary = new HashMap<>();
  private String ownerBefore = "";

  /// @param decided hears once of what the person wants
  public SetupViewModel(
      FirstStart start,
      PrinterPickerViewModel printers,
      Background background,
      Language language,
      Consumer<SetupChoice> decided) {
    this.start = start;
    this.printers = printers;
    this.background = background;
    this.language = new SimpleObjectProperty<>(language);
    this.decided = decided;
    owner.subscribe(() -> ownerWrong.set(""));
    resume();
  }

  ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// A code that belongs to no field; empty when all is well.
  ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  Form shop() {
    return shop;
  }

  Form upi() {
    return upi;
  }

  Form prices() {
    return prices;
  }

  PrinterPickerViewModel printers() {
    return printers;
  }

  StringProperty owner() {
    return owner;
  }

  ReadOnlyStringProperty ownerWrong() {
    return ownerWrong.getReadOnlyProperty();
  }

  NewPinModel pin() {
    return pin;
  }

  /// Whether there is an owner with a PIN already, from an earlier run.
  boolean hasOwner() {
    return !ownerBefore.isEmpty();
  }

  ObjectProperty<Language> language() {
    return language;
  }

  /// What the shop would be, by the full names of the settings.
  String said(String setting) {
    return summary.getOrDefault(setting, "");
  }

  void onOtherLanguage() {
    language.set(language.get().other());
    String chosen = language.get() == Language.HINDI ? "hi" : "en";
    keep(Map.of("screens.language", chosen), () -> {});
  }

  void onBack() {
    if (step.get() != Step.WELCOME && !busy.get()) {
      go(step.get().before());
    }
  }

  void onNext() {
    if (busy.get()) {
      return;
    }
    switch (step.get()) {
      case WELCOME -> go(Step.SHOP);
      case SHOP -> keep(shop);
      case UPI -> keep(upi);
      case PRINTER -> keepPrinter();
      case PRICES -> keep(prices);
      case OWNER -> keepOwner();
      case DONE -> finish();
    }
  }

  void onPractice() {
    decided.accept(SetupChoice.PRACTICE);
  }

  /// The window is closed.
  void onLater() {
    decided.accept(SetupChoice.LATER);
  }

  @Override
  public void close() {
    printers.close();
  }

  private void go(Step next) {
    trouble.set("");
    step.set(next);
  }

  private void keep(Form form) {
    attempt(
        () -> start.keep(form.values()),
        wrong -> {
          if (wrong.isEmpty()) {
            kept(form.values());
          } else {
            told(form.refused(wrong));
          }
        });
  }

  private void keepPrinter() {
    PrinterChoice chosen = printers.chosen().get();
    if (chosen == null) {
      trouble.set("PRINTER_NOT_CHOSEN");
    } else {
      keep(chosen.settings(), () -> kept(chosen.settings()));
    }
  }

  private void keep(Map<String, String> settings, Runnable then) {
    attempt(
        () -> start.keep(settings),
        wrong -> {
          told(wrong);
          if (wrong.isEmpty()) {
            then.run();
          }
        });
  }

  /// An owner who has a PIN from before need not choose another; somebody else has none yet.
  private void keepOwner() {
    String name = owner.get();
    if (hasOwner() && pin.isEmpty() && name.strip().equals(ownerBefore)) {
      go(Step.DONE);
      return;
    }
    Optional<Pin> typed = pin.pin();
    if (typed.isEmpty()) {
      return;
    }
    Pin digits = typed.get();
    attempt(
        () -> {
          try (digits) {
            return start.owner(name, digits);
          }
        },
        refused -> refused.ifPresentOrElse(this::ownerRefused, () -> ownerKept(name)));
  }

  private void ownerRefused(String code) {
    if (code.startsWith("PIN_")) {
      pin.refused(code);
    } else {
      ownerWrong.set(code);
    }
  }

  private void ownerKept(String name) {
    ownerBefore = name.strip();
    pin.clear();
    go(Step.DONE);
  }

  private void finish() {
    attempt(
        () -> {
          start.finish();
          return true;
        },
        _ -> decided.accept(SetupChoice.SHOP));
  }

  private void kept(Map<String, String> settings) {
    summary.putAll(settings);
    go(step.get().next());
  }

  private void told(List<SettingRefused> others) {
    trouble.set(others.isEmpty() ? "" : others.getFirst().code());
  }

  private void resume() {
    attempt(this::earlier, earlier -> {
      summary.putAll(earlier.values());
      ownerBefore = earlier.owner().map(Person::name).orElse("");
      owner.set(ownerBefore);
      List.of(shop, upi, prices).forEach(form -> form.show(earlier.values(), Set.of()));
      if (earlier.said().contains("printer.kind")) {
        printers.choose(earlier.values());
      }
      if (!earlier.said().contains("shop.name")) {
        shop.fields().getFirst().text().set("");
      }
      step.set(firstOpen(earlier.said()));
    });
  }

  private Step firstOpen(Set<String> said) {
    if (!said.contains("shop.name")) {
      return Step.WELCOME;
    }
    if (!said.contains("upi.address")) {
      return Step.UPI;
    }
    if (!said.contains("printer.kind")) {
      return Step.PRINTER;
    }
    if (!said.contains("prices.minimum")) {
      return Step.PRICES;
    }
    return hasOwner() ? Step.DONE : Step.OWNER;
  }

  private Earlier earlier() throws IOException {
    try {
      start.mend();
      return new Earlier(start.values(), start.said(), start.owner());
    } catch (ConfigFile.Unusable e) {
      throw new IOException("the draft changes under our hands", e);
    }
  }

  private <T> void attempt(Attempt<T> task, Consumer<T> done) {
    busy.set(true);
    background.run(
        () -> {
          try {
            return task.make();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        outcome -> {
          busy.set(false);
          done.accept(outcome);
        },
        () -> {
          busy.set(false);
          trouble.set("STORAGE_FAILED");
        });
  }

  private record Earlier(Map<String, String> values, Set<String> said, Optional<Person> owner) {}

  @FunctionalInterface
  private interface Attempt<T> {
    T make() throws IOException;
  }
}
