// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.OwnerDesk;
import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Pin;
import io.secureprint.agent.access.Role;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.app.SampleStaff;
import io.secureprint.app.fx.Background;
import io.secureprint.app.pin.TypedPin;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

final class PeopleViewModelTest {
  @TempDir private Path folder;
  private SampleStaff staff;
  private Shift shift;
  private OwnerDesk desk;
  private PeopleViewModel model;

  @BeforeEach
  void openWithoutAnybody() {
    staff = new SampleStaff(folder, new SettableClock());
    shift = staff.shift();
    desk = staff.owner(shift);
    model = new PeopleViewModel(desk, new Background(Runnable::run, Runnable::run));
    model.show(desk.people());
  }

  @Test
  void somebodyNewIsAddedAndComesInByTheNewPin() {
    hire();
    add("Dev", "2468");
    assertThat(model.outcome().get()).isEqualTo(new Outcome.Saved());
    assertThat(model.people()).extracting(Person::name).containsExactly("Asha", "Dev", "Ravi", "Meena");
    assertThat(model.name().get()).isEmpty();
    assertThat(model.pin().isEmpty()).as("digits that stay").isTrue();
    assertThat(comesIn("Dev", "2468")).isTrue();
  }

  @Test
  void aNewPinCountsAndTheFormerOneNoLonger() {
    hire();
    model.onChoose(named("Ravi"));
    TypedPin.type(model.pin(), "2468", "2468");
    model.onKeep();
    assertThat(model.outcome().get()).isEqualTo(new Outcome.Saved());
    assertThat(comesIn("Ravi", "8520")).isFalse();
    assertThat(comesIn("Ravi", "2468")).isTrue();
  }

  @Test
  void whoIsTakenOffTheListIsNoLongerChosen() {
    hire();
    model.onChoose(named("Ravi"));
    model.onRemove(named("Ravi"));
    assertThat(model.people()).extracting(Person::name).containsExactly("Asha", "Meena");
    assertThat(model.chosen().get()).isNull();
  }

  @Test
  void theLastOwnerStays() {
    hire();
    model.onRemove(named("Asha"));
    assertThat(model.outcome().get()).isEqualTo(new Outcome.Refused("OWNER_LAST", ""));
    assertThat(model.people()).extracting(Person::name).containsExactly("Asha", "Ravi", "Meena");

    model.role().set(Role.OWNER);
    add("Dev", "2468");
    model.onRemove(named("Asha"));
    assertThat(model.people()).extracting(Person::name).containsExactly("Dev", "Ravi", "Meena");
  }

  @Test
  void whatIsWrongIsToldAtItsField() {
    hire();
    add("ravi", "2468");
    assertThat(model.nameWrong().get()).isEqualTo("PERSON_KNOWN");
    add(" ", "2468");
    assertThat(model.nameWrong().get()).isEqualTo("PERSON_NAME");
    add("Dev", "4321");
    assertThat(TypedPin.wrong(model.pin())).isEqualTo("PIN_EASY");
    add("Dev", "24");
    assertThat(TypedPin.wrong(model.pin())).isEqualTo("PIN_LENGTH");
    assertThat(model.people()).hasSize(3);
  }

  @Test
  void theFirstOfAllIsTheOwnerAndTheNextIsStaff() {
    assertThat(model.role().get()).isEqualTo(Role.OWNER);
    add("Asha", "4711");
    assertThat(model.people()).extracting(Person::role).containsExactly(Role.OWNER);
    assertThat(model.role().get()).isEqualTo(Role.STAFF);
  }

  private void hire() {
    staff.hire();
    shift.tick();
    TestStaff.enter(shift, "Asha");
    model.show(desk.people());
  }

  private void add(String name, String pin) {
    model.name().set(name);
    TypedPin.type(model.pin(), pin, pin);
    model.onKeep();
  }

  private Person named(String name) {
    return model.people().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private boolean comesIn(String name, String pin) {
    return shift.enter(TestStaff.id(shift, name), new Pin(pin.toCharArray()))
        instanceof Shift.Entry.Open;
  }
}
