// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.AutomationDesk;
import io.secureprint.agent.automation.Automations;
import io.secureprint.agent.automation.Draft;
import io.secureprint.agent.automation.Fault;
import io.secureprint.app.fx.Background;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// What the automation in the form would have done on the days before today. Nothing is done.
final class TrialViewModel {
  private final AutomationDesk desk;
  private final Place place;
  private final Background background;
  private final ObjectProperty<Integer> days = new SimpleObjectProperty<>(1);
  private final ReadOnlyObjectWrapper<Tried> tried =
      new ReadOnlyObjectWrapper<>(new Tried.Nothing());

  TrialViewModel(AutomationDesk desk, Place place, Background background) {
    this.desk = desk;
    this.place = place;
    this.background = background;
  }

  /// How many days before today: 1 is yesterday alone.
  ObjectProperty<Integer> days() {
    return days;
  }

  ReadOnlyObjectProperty<Tried> tried() {
    return tried.getReadOnlyProperty();
  }

  void clear() {
    tried.set(new Tried.Nothing());
  }

  /// `faulty` hears what is wrong with the draft, if anything is.
  void onTry(Draft draft, Consumer<List<Fault>> faulty) {
    if (tried.get() instanceof Tried.Working) {
      return;
    }
    int back = days.get();
    LocalDate today = LocalDate.ofInstant(place.now(), place.zone());
    tried.set(new Tried.Working());
    background.run(
        () -> desk.tryOut(draft, start(today.minusDays(back)), start(today)),
        came -> show(came, back, faulty),
        () -> tried.set(new Tried.Refused("INTERNAL")));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(place.zone()).toInstant();
  }

  private void show(Automations.Tried came, int back, Consumer<List<Fault>> faulty) {
    tried.set(
        switch (came) {
          case Automations.Tried.Done(var past) -> new Tried.Done(past, back);
          case Automations.Tried.Faulty(var faults) -> {
            faulty.accept(faults);
            yield new Tried.Faulty();
          }
        });
  }
}
