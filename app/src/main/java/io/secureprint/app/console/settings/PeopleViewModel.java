// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import io.secureprint.agent.OwnerDesk;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.access.Role;
import io.secureprint.app.fx.Background;
import io.secureprint.app.pin.NewPinModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Who works here: somebody new is added, and whoever is chosen gets a new PIN or goes.
final class PeopleViewModel {
  private final OwnerDesk desk;
  private final Background background;
  private final ObservableList<Person> people = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Person> chosen = new ReadOnlyObjectWrapper<>();
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.STAFF);
  private final NewPinModel pin = new NewPinModel();
  private final ReadOnlyStringWrapper nameWrong = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome.Nothing());

  PeopleViewModel(OwnerDesk desk, Background background) {
    this.desk = desk;
    this.background = background;
    name.subscribe(() -> nameWrong.set(""));
  }

  ObservableList<Person> people() {
    return people;
  }

  /// Whose PIN is to be changed; null while somebody new is added.
  ReadOnlyObjectProperty<@Nullable Person> chosen() {
    return chosen.getReadOnlyProperty();
  }

  StringProperty name() {
    return name;
  }

  ObjectProperty<Role> role() {
    return role;
  }

  NewPinModel pin() {
    return pin;
  }

  ReadOnlyStringProperty nameWrong() {
    return nameWrong.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /// The first of all is the owner.
  void show(List<Person> now) {
    people.setAll(now);
    if (now.isEmpty()) {
      role.set(Role.OWNER);
    }
    Person before = chosen.get();
    if (before != null && !now.contains(before)) {
      chosen.set(null);
    }
  }

  void onChoose(@Nullable Person person) {
    chosen.set(person);
    pin.clear();
    outcome.set(new Outcome.Nothing());
  }

  /// Adds who is typed, or gives whoever is chosen the new PIN.
  void onKeep() {
    Optional<Pin> typed = pin.pin();
    Person person = chosen.get();
    if (typed.isEmpty() || outcome.get() instanceof Outcome.Working) {
      return;
    }
    Pin digits = typed.get();
    String called = name.get();
    Role as = role.get();
    ask(
        () -> {
          try (digits) {
            return person == null
                ? desk.addPerson(called, as, digits)
                : desk.changePin(person, digits);
          }
        });
  }

  void onRemove(Person person) {
    ask(() -> desk.removePerson(person));
  }

  void onLeave() {
    pin.clear();
    name.set("");
    outcome.set(new Outcome.Nothing());
  }

  private void ask(Supplier<Optional<String>> change) {
    outcome.set(new Outcome.Working());
    background.run(
        () -> new Came(change.get(), desk.people()),
        this::came,
        () -> outcome.set(new Outcome.Refused("INTERNAL", "")));
  }

  private void came(Came came) {
    if (came.refused().isEmpty()) {
      pin.clear();
      name.set("");
      role.set(Role.STAFF);
      outcome.set(new Outcome.Saved());
    } else {
      refused(came.refused().get());
    }
    show(came.people());
  }

  private void refused(String code) {
    outcome.set(new Outcome.Wrong());
    switch (code) {
      case "PERSON_NAME", "PERSON_KNOWN", "OWNER_FIRST" -> nameWrong.set(code);
      case "PIN_EASY" -> pin.refused(code);
      default -> outcome.set(new Outcome.Refused(code, ""));
    }
  }

  private record Came(Optional<String> refused, List<Person> people) {}
}
