// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static io.secureprint.agent.access.TestStaff.authorize;
import static io.secureprint.agent.access.TestStaff.enter;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.OwnerDesk.Page;
import io.secureprint.agent.OwnerDesk.Saved;
import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Role;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.audit.SecretStore;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Paise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class OwnerDeskTest {
  @TempDir private Path folder;
  private final List<String> booked = new ArrayList<>();

  @Test
  void nobodyButTheOwnerGetsIn() throws IOException {
    staff().hire();
    Shift shift = staff().shift();
    OwnerDesk desk = desk(shift);
    for (String name : List.of("Ravi", "Meena")) {
      enter(shift, name);
      assertThat(desk.open()).isEqualTo(new Page.Refused("PIN_NEEDED", ""));
      assertThat(desk.save(Map.of("shop.name", "Mine")))
          .isEqualTo(new Saved.Refused("PIN_NEEDED"));
      assertThat(desk.addPerson("Chor", Role.OWNER, TestStaff.pin("Asha"))).contains("PIN_NEEDED");
      assertThat(desk.removePerson(desk.people().getFirst())).contains("PIN_NEEDED");
      assertThat(desk.changePin(desk.people().getFirst(), TestStaff.pin("Ravi")))
          .contains("PIN_NEEDED");
      assertThat(desk.keep("gateway.keySecret", "s")).contains("PIN_NEEDED");
    }
    assertThat(file()).doesNotExist();
    enter(shift, "Asha");
    assertThat(desk.open()).isInstanceOf(Page.Opened.class);
  }

  @Test
  void whatIsSavedCountsAtTheNextOpeningAndRulesOfPinsAtOnce() throws Exception {
    staff().hire();
    Shift shift = staff().shift();
    OwnerDesk desk = desk(shift);
    enter(shift, "Asha");
    assertThat(desk.save(Map.of("shop.name", "Asha Xerox", "people.pinAbove", "100")))
        .isEqualTo(new Saved.Done(Set.of("shop.name")));
    assertThat(shift.toTake(new Paise(101))).isEqualTo(Permission.TAKE_MUCH);
    assertThat(ConfigFile.read(file(), Map.of()).shop().name()).isEqualTo("Asha Xerox");
    assertThat(booked).contains("SettingsChanged Asha");
  }

  @Test
  void whatIsSavedAsItWasIsNotBooked() throws Exception {
    staff().hire();
    Shift shift = staff().shift();
    OwnerDesk desk = desk(shift);
    enter(shift, "Asha");
    desk.save(Map.of("shop.name", "Asha Xerox", "session.files", "7"));
    booked.clear();
    assertThat(desk.save(Map.of())).isEqualTo(new Saved.Done(Set.of()));
    assertThat(desk.save(Map.of("shop.name", "Asha Xerox", "session.files", "7")))
        .isEqualTo(new Saved.Done(Set.of()));
    assertThat(booked).isEmpty();
    assertThat(desk.save(Map.of("shop.name", "Asha Xerox", "session.files", "8")))
        .isEqualTo(new Saved.Done(Set.of("session.files")));
    assertThat(booked).containsExactly("SettingsChanged Asha");
  }

  @Test
  void wrongValuesComeBackOneByOneAndNothingIsBooked() throws IOException {
    OwnerDesk desk = desk(staff().shift());
    assertThat(desk.save(Map.of("shop.name", "", "session.files", "0")))
        .isInstanceOfSatisfying(
            Saved.Wrong.class, wrong -> assertThat(wrong.values()).hasSize(2));
    assertThat(file()).doesNotExist();
    assertThat(booked).isEmpty();
  }

  @Test
  void aLiveFolderThatKeepsCopiesTakesTheOwnersPinEachTimeAndThereMustBeOne() throws Exception {
    Map<String, String> keeps =
        Map.of(
            "printer.kind", "folder", "printer.folder", "/srv/printed", "printer.keepsCopy", "true");
    assertThat(desk(staff().shift()).save(keeps)).isEqualTo(new Saved.Refused("PIN_NEEDED"));
    staff().hire();
    Shift shift = staff().shift();
    OwnerDesk desk = desk(shift);
    enter(shift, "Asha");
    assertThat(desk.save(keeps)).isEqualTo(new Saved.Refused("PIN_NEEDED"));
    authorize(shift, Permission.KEEP_COPIES, "Asha");
    assertThat(desk.save(keeps)).isInstanceOf(Saved.Done.class);
    assertThat(ConfigFile.read(file(), Map.of()).printer().keepsCopy()).isTrue();
  }

  @Test
  void secretsAreSetAndNeverShown() throws IOException {
    OwnerDesk desk = desk(staff().shift());
    Page.Opened before = (Page.Opened) desk.open();
    assertThat(before.secrets()).containsEntry("gateway.keySecret", false);
    assertThat(desk.keep("gateway.keySecret", " rzp-secret\n")).isEmpty();
    Page.Opened after = (Page.Opened) desk.open();
    assertThat(after.secrets()).containsEntry("gateway.keySecret", true);
    assertThat(after.toString()).doesNotContain("rzp-secret");
    assertThat(desk.keep("gateway.keySecret", "s".repeat(1_025))).contains("SETTING_VALUE");
    assertThat(desk.keep("gateway.keySecret", "")).isEmpty();
    Page.Opened gone = (Page.Opened) desk.open();
    assertThat(gone.secrets()).containsEntry("gateway.keySecret", false);
  }

  @Test
  void peopleComeAndGoUnderTheNameOfTheOwner() throws IOException {
    staff().hire();
    Shift shift = staff().shift();
    OwnerDesk desk = desk(shift);
    enter(shift, "Asha");
    assertThat(desk.addPerson("Vikram", Role.STAFF, TestStaff.pin("Ravi"))).isEmpty();
    Person vikram = desk.people().get(2);
    assertThat(desk.changePin(vikram, TestStaff.pin("Meena"))).isEmpty();
    assertThat(desk.removePerson(vikram)).isEmpty();
    assertThat(desk.removePerson(vikram)).contains("PERSON_UNKNOWN");
    assertThat(booked)
        .containsSubsequence("PersonAdded Asha", "PinChanged Asha", "PersonRemoved Asha");
  }

  @Test
  void aFileThatWasBrokenByHandIsToldAndStays() throws IOException {
    Files.writeString(file(), "[shop\n");
    OwnerDesk desk = desk(staff().shift());
    assertThat(desk.open())
        .isInstanceOfSatisfying(
            Page.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("SETTINGS_UNREADABLE"));
    assertThat(desk.save(Map.of("shop.name", "Asha"))).isInstanceOf(Saved.Wrong.class);
  }

  private TestStaff staff() {
    return new TestStaff(folder, new SettableClock(), booked);
  }

  private OwnerDesk desk(Shift shift) {
    return TestOwnerDesk.of(
        new SettingsFile(file(), Map.of()), folder.resolve("keys"), staff(), shift);
  }

  private Path file() {
    return folder.resolve("config.toml");
  }
}
