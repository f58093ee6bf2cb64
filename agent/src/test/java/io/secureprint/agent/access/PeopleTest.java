// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

final class PeopleTest {
  @TempDir private Path folder;

  @Test
  void aPinOpensForItsOwnerAloneAndLiesNowhereInClear() throws IOException {
    People people = people();
    assertThat(people.add("Asha", Role.OWNER, pin("4711"))).isEmpty();
    assertThat(people.add("Ravi", Role.STAFF, pin("90210"))).isEmpty();
    String asha = people.all().getFirst().id();
    assertThat(people().matches(asha, pin("4711"))).isTrue();
    assertThat(people().matches(asha, pin("90210"))).isFalse();
    assertThat(people().matches(asha, pin("47110"))).isFalse();
    assertThat(people().matches("nobody", pin("4711"))).isFalse();
    assertThat(Files.readString(file())).doesNotContain("4711").doesNotContain("90210");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void theSamePinOfTwoPeopleIsNotSeenInTheFile() throws IOException {
    PinHash one = PinHash.of(pin("4711"), Ids.secure());
    PinHash two = PinHash.of(pin("4711"), Ids.secure());
    assertThat(one.hash()).isNotEqualTo(two.hash());
  }

  @ParameterizedTest
  @CsvSource({
    "'', OWNER, 4711, PERSON_NAME",
    "a name that is far too long for a label or a book, STAFF, 4711, PERSON_NAME",
    "ASHA, STAFF, 4711, PERSON_KNOWN",
    "Ravi, STAFF, 1234, PIN_EASY",
    "Ravi, STAFF, 9876543210, PIN_EASY",
    "Ravi, AUDITOR, 7777, PIN_EASY"
  })
  void whoCannotBeAddedIsToldWhy(String name, Role role, String pin, String code)
      throws IOException {
    People people = people();
    people.add("Asha", Role.OWNER, pin("4711"));
    assertThat(people.add(name, role, pin(pin))).contains(code);
    assertThat(people.all()).hasSize(1);
  }

  @Test
  void thereIsAnOwnerFromTheFirstToTheLast() throws IOException {
    People people = people();
    assertThat(people.add("Ravi", Role.STAFF, pin("4711"))).contains("OWNER_FIRST");
    people.add("Asha", Role.OWNER, pin("4711"));
    people.add("Ravi", Role.STAFF, pin("4712"));
    String asha = people.all().getFirst().id();
    assertThat(people.remove(asha)).contains("OWNER_LAST");
    people.add("Vikram", Role.OWNER, pin("4713"));
    assertThat(people.remove(asha)).isEmpty();
    assertThat(people.remove(asha)).contains("PERSON_UNKNOWN");
    assertThat(people.all()).extracting(Person::name).containsExactly("Vikram", "Ravi");
  }

  @Test
  void aNewPinEndsTheOldOneAtOnceAlsoForAnotherReader() throws IOException {
    People people = people();
    People running = people();
    people.add("Asha", Role.OWNER, pin("4711"));
    String asha = people.all().getFirst().id();
    assertThat(running.matches(asha, pin("4711"))).isTrue();
    assertThat(people.changePin(asha, pin("1111"))).contains("PIN_EASY");
    assertThat(people.changePin(asha, pin("8520"))).isEmpty();
    assertThat(running.matches(asha, pin("4711"))).isFalse();
    assertThat(running.matches(asha, pin("8520"))).isTrue();
    assertThat(people.changePin("nobody", pin("8520"))).contains("PERSON_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "12345678901", "12a4", "१२३४"})
  void aPinHasFourToTenDigits(String typed) {
    assertThatThrownBy(() -> pin(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDamagedListLetsNobodyIn() throws IOException {
    Files.writeString(file(), "{\"people\":[{\"person\":{");
    assertThatThrownBy(() -> people().all()).isInstanceOf(IOException.class);
    Files.writeString(
        file(),
        """
        {"people":[{"person":{"id":"1","name":"Asha","role":"OWNER"},
         "pin":{"memoryKib":2000000000,"passes":1,"salt":"","hash":""}}]}
        """);
    assertThatThrownBy(() -> people().matches("1", pin("4711"))).isInstanceOf(IOException.class);
  }

  @Test
  void aPinIsWipedWhenItIsClosed() {
    char[] digits = "4711".toCharArray();
    try (Pin pin = new Pin(digits)) {
      assertThat(pin.toString()).doesNotContain("4");
    }
    assertThat(digits).containsOnly('0');
  }

  static Pin pin(String digits) {
    return new Pin(digits.toCharArray());
  }

  private People people() {
    return new People(file(), new Ids(new Random(7)));
  }

  private Path file() {
    return folder.resolve("people.json");
  }
}
