// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import static io.secureprint.agent.access.PeopleTest.pin;
import static io.secureprint.agent.access.TestStaff.authorize;
import static io.secureprint.agent.access.TestStaff.enter;
import static io.secureprint.agent.access.TestStaff.id;
import static io.secureprint.agent.access.TestStaff.pinOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Shift.Entry;
import io.secureprint.agent.access.Shift.State;
import io.secureprint.agent.access.Shift.Wish;
import io.secureprint.agent.kernel.Paise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class ShiftTest {
  private static final Duration LOCK = TestStaff.LOCK;
  private static final Duration AGAIN = TestStaff.AGAIN;

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<String> booked = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void aShopWithoutPinsAsksNobody(Permission permission) {
    Shift shift = shift();
    assertThat(shift.state().get()).isEqualTo(new State.Unguarded());
    assertThat(shift.asks(permission)).isFalse();
    assertThat(person(shift, permission)).contains("console");
  }

  /// Who may do what, right after logging in: `yes`, `pin` when it is asked for again, `no`.
  @ParameterizedTest
  @CsvSource({
    "LOOK, yes, yes, yes",
    "SERVE, no, yes, yes",
    "LEAVE_KIOSK, no, yes, yes",
    "TAKE_MUCH, no, pin, pin",
    "TAKE_DOUBTED, no, no, pin",
    "ACCEPT_ODD_SUM, no, pin, pin",
    "GIVE_BACK, no, pin, pin",
    "CHANGE_SETTINGS, no, no, yes",
    "REOPEN, no, no, pin",
    "KEEP_COPIES, no, no, pin",
    "WORK_TASKS, no, yes, yes",
    "MAKE_PLANS, no, yes, yes",
    "SET_PROMISES, no, no, yes",
    "AUTOMATE, no, no, yes",
    "TEND_AUTOMATIONS, no, yes, yes",
    "LET_PROGRAMS_IN, no, no, yes"
  })
  void theTableOfPermissions(Permission permission, String auditor, String staff, String owner)
      throws IOException {
    threePeople();
    assertThat(List.of(may("Meena", permission), may("Ravi", permission), may("Asha", permission)))
        .containsExactly(auditor, staff, owner);
  }

  @Test
  void theTableNamesEveryPermission() throws NoSuchMethodException {
    CsvSource table =
        ShiftTest.class
            .getDeclaredMethod(
                "theTableOfPermissions",
                Permission.class, String.class, String.class, String.class)
            .getAnnotation(CsvSource.class);
    assertThat(table.value()).hasSameSizeAs(Permission.values());
  }

  private String may(String name, Permission permission) {
    Shift shift = shift();
    enter(shift, name);
    if (person(shift, permission).isPresent()) {
      return "yes";
    }
    Entry entry = shift.authorize(permission, id(shift, name), pin(pinOf(name)));
    if (entry instanceof Entry.Refused(String code, _)) {
      assertThat(code).isEqualTo("ROLE_MISSING");
      return "no";
    }
    return person(shift, permission).isPresent() ? "pin" : "no";
  }

  @Test
  void aPinForMoneyIsGoodForOneTimeAndOneMinute() throws IOException {
    threePeople();
    Shift shift = shift();
    enter(shift, "Ravi");
    authorize(shift, Permission.GIVE_BACK, "Asha");
    assertThat(person(shift, Permission.TAKE_MUCH)).isEmpty();
    assertThat(person(shift, Permission.GIVE_BACK)).contains("Asha");
    assertThat(person(shift, Permission.GIVE_BACK)).isEmpty();
    authorize(shift, Permission.GIVE_BACK, "Asha");
    clock.pass(Duration.ofMinutes(1));
    assertThat(person(shift, Permission.GIVE_BACK)).isEmpty();
  }

  @Test
  void theSettingsAreAskedForAgainAfterAWhile() throws IOException {
    threePeople();
    Shift shift = shift();
    enter(shift, "Asha");
    clock.pass(AGAIN.minusSeconds(1));
    assertThat(person(shift, Permission.CHANGE_SETTINGS)).contains("Asha");
    clock.pass(Duration.ofSeconds(1));
    assertThat(shift.asks(Permission.CHANGE_SETTINGS)).isTrue();
    assertThat(shift.asks(Permission.SERVE)).isFalse();
    authorize(shift, Permission.CHANGE_SETTINGS, "Asha");
    assertThat(shift.asks(Permission.LEAVE_KIOSK)).isFalse();
  }

  @Test
  void whatAnOwnerOpensForStaffIsClosedWhenTheOwnerGoes() throws IOException {
    threePeople();
    Shift shift = shift();
    enter(shift, "Ravi");
    authorize(shift, Permission.CHANGE_SETTINGS, "Asha");
    assertThat(person(shift, Permission.CHANGE_SETTINGS)).contains("Asha");
    assertThat(person(shift, Permission.CHANGE_SETTINGS)).contains("Asha");
    assertThat(shift.present().orElseThrow().name()).isEqualTo("Ravi");
    shift.giveUp(Permission.CHANGE_SETTINGS);
    assertThat(person(shift, Permission.CHANGE_SETTINGS)).isEmpty();
  }

  @Test
  void theConsoleLocksWhenNobodyMovesAndWithItWhatWasAllowed() throws IOException {
    threePeople();
    Shift shift = shift();
    enter(shift, "Asha");
    authorize(shift, Permission.GIVE_BACK, "Asha");
    clock.pass(LOCK.minusSeconds(1));
    shift.touch();
    clock.pass(LOCK.minusSeconds(1));
    shift.tick();
    assertThat(shift.present()).isPresent();
    authorize(shift, Permission.GIVE_BACK, "Asha");
    clock.pass(LOCK);
    shift.tick();
    assertThat(shift.state().get()).isEqualTo(new State.Locked());
    assertThat(person(shift, Permission.GIVE_BACK)).isEmpty();
    assertThat(person(shift, Permission.SERVE)).isEmpty();
  }

  @Test
  void whoIsTakenOffTheListIsOut() throws IOException {
    threePeople();
    Shift shift = shift();
    enter(shift, "Ravi");
    people().remove(id(shift, "Ravi"));
    shift.tick();
    assertThat(shift.state().get()).isEqualTo(new State.Locked());
  }

  @Test
  void theFirstPinLocksAShopThatHadNone() throws IOException {
    Shift shift = shift();
    threePeople();
    shift.tick();
    assertThat(shift.state().get()).isEqualTo(new State.Locked());
    assertThat(person(shift, Permission.SERVE)).isEmpty();
  }

  @Test
  void aPinThatIsMissingIsAskedForWithTheSumInSight() throws IOException {
    threePeople();
    Shift shift = shift();
    enter(shift, "Ravi");
    List<Wish> wishes = new ArrayList<>();
    shift.asksBy(wish -> {
      wishes.add(wish);
      authorize(shift, wish.permission(), "Asha");
      return true;
    });
    Wish wish = new Wish(Permission.GIVE_BACK, new Paise(4_600));
    assertThat(shift.person(wish, "console")).contains("Asha");
    assertThat(wishes).containsExactly(wish);
    shift.asksBy(_ -> false);
    assertThat(shift.person(wish, "console")).isEmpty();
  }

  @Test
  void moneyAboveTheLimitWantsAPin() {
    Shift shift = shift();
    assertThat(shift.toTake(new Paise(20_000))).isEqualTo(Permission.SERVE);
    assertThat(shift.toTake(new Paise(20_001))).isEqualTo(Permission.TAKE_MUCH);
  }

  @Test
  void comingsAndGoingsAndWrongPinsAreBooked() throws IOException {
    threePeople();
    Shift shift = shift();
    String ravi = id(shift, "Ravi");
    assertThat(shift.enter(ravi, pin("0815")))
        .isEqualTo(new Entry.Refused("PIN_WRONG", Duration.ZERO));
    enter(shift, "Ravi");
    authorize(shift, Permission.GIVE_BACK, "Asha");
    shift.lock();
    shift.lock();
    assertThat(booked)
        .containsExactly(
            "PinWrong Ravi", "PersonCameIn Ravi", "PersonAllowed Asha", "PersonLeft Ravi");
  }

  @Test
  void aWaitIsToldInSeconds() throws IOException {
    threePeople();
    Shift shift = shift();
    String ravi = id(shift, "Ravi");
    for (int tries = 0; tries < 5; tries++) {
      shift.enter(ravi, pin("0815"));
    }
    assertThat(shift.enter(ravi, pin("8520")))
        .isEqualTo(new Entry.Refused("PIN_WAIT", Duration.ofSeconds(30)));
  }

  @Test
  void aListThatCannotBeReadLetsNobodyIn() throws IOException {
    threePeople();
    Shift shift = shift();
    Files.writeString(folder.resolve("people.json"), "[");
    shift.tick();
    assertThat(shift.state().get()).isEqualTo(new State.Locked());
    assertThat(person(shift, Permission.SERVE)).isEmpty();
    assertThat(shift.enter("", pin("4711")))
        .isEqualTo(new Entry.Refused("STORAGE_FAILED", Duration.ZERO));
  }

  private static Optional<String> person(Shift shift, Permission permission) {
    return shift.person(new Wish(permission, Paise.ZERO), "console");
  }

  private void threePeople() throws IOException {
    staff().hire();
  }

  private Shift shift() {
    return staff().shift();
  }

  private People people() {
    return staff().people();
  }

  private TestStaff staff() {
    return new TestStaff(folder, clock, booked);
  }
}
