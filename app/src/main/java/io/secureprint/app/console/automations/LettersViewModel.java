// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.LetterDesk;
import io.secureprint.agent.outbox.DeadLetter;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What could not be brought, and what somebody decides about it.
final class LettersViewModel {
  private final LetterDesk desk;
  private final Place place;
  private final Background background;
  private final ObservableList<DeadLetter> letters = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");

  LettersViewModel(LetterDesk desk, Place place, Background background) {
    this.desk = desk;
    this.place = place;
    this.background = background;
  }

  /// Newest first.
  ObservableList<DeadLetter> letters() {
    return letters;
  }

  ReadOnlyBooleanProperty failed() {
    return failed.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty working() {
    return working.getReadOnlyProperty();
  }

  /// The code of what was refused last, or empty.
  ReadOnlyStringProperty refused() {
    return refused.getReadOnlyProperty();
  }

  void onReload() {
    background.run(desk::open, this::show, () -> failed.set(true));
  }

  void onRetry(DeadLetter letter) {
    ask(() -> desk.retry(letter, place.actor()));
  }

  void onDismiss(DeadLetter letter) {
    ask(() -> desk.dismiss(letter, place.actor()));
  }

  private void ask(Supplier<Optional<String>> wish) {
    if (working.get()) {
      return;
    }
    working.set(true);
    refused.set("");
    background.run(wish, this::answered, () -> answered(Optional.of("INTERNAL")));
  }

  private void answered(Optional<String> code) {
    working.set(false);
    refused.set(code.orElse(""));
    onReload();
  }

  private void show(List<DeadLetter> now) {
    failed.set(false);
    if (!letters.equals(now)) {
      letters.setAll(now);
    }
  }
}
