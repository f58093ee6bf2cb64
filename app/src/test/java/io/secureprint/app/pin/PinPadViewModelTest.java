// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Person;
import io.secureprint.agent.access.Shift;
import io.secureprint.app.SampleStaff;
import io.secureprint.app.fx.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class PinPadViewModelTest {
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<String> opened = new ArrayList<>();
  private Shift shift;
  private PinPadViewModel pad;

  @BeforeEach
  void hire() {
    shift = new SampleStaff(folder, clock).hire().shift();
    pad = pad();
  }

  @Test
  void theRightPinOfTheChosenPersonOpens() {
    pad.onNext(1);
    type(pad, "8520");
    assertThat(opened).containsExactly("Ravi");
    assertThat(pad.typed().get()).as("digits that stay").isZero();
  }

  @Test
  void digitsOfAnyScriptCountAndLettersDoNot() {
    "४७x११".codePoints().forEach(pad::onDigit);
    assertThat(pad.typed().get()).isEqualTo(4);
    pad.onEnter();
    assertThat(opened).containsExactly("Asha");
  }

  @Test
  void aPinThatIsTooShortIsNotTried() {
    type(pad, "471");
    assertThat(pad.code().get()).isEmpty();
    assertThat(pad.typed().get()).isEqualTo(3);
    pad.onErase();
    type(pad, "11");
    assertThat(opened).containsExactly("Asha");
  }

  @Test
  void anotherPersonBeginsWithoutTheDigitsOfTheFirst() {
    "85".codePoints().forEach(pad::onDigit);
    pad.onNext(1);
    type(pad, "20");
    assertThat(pad.typed().get()).isEqualTo(2);
    assertThat(opened).isEmpty();
  }

  @Test
  void wrongPinsWaitWithTheSecondsToldAndTheRightOneIsTakenAfterwards() {
    wrongFiveTimes();
    assertThat(pad.code().get()).isEqualTo("PIN_WAIT");
    assertThat(pad.seconds().get()).isEqualTo(30);
    type(pad, "4711");
    assertThat(pad.typed().get()).as("digits during the wait").isZero();

    clock.pass(Duration.ofMillis(10_500));
    pad.onTick();
    assertThat(pad.seconds().get()).isEqualTo(20);
    clock.pass(Duration.ofSeconds(20));
    pad.onTick();
    assertThat(pad.code().get()).isEmpty();
    type(pad, "4711");
    assertThat(opened).containsExactly("Asha");
  }

  @Test
  void theWaitHoldsAtEveryOtherPadToo() {
    wrongFiveTimes();
    clock.pass(Duration.ofSeconds(12));
    PinPadViewModel kiosk = pad();
    type(kiosk, "4711");
    assertThat(kiosk.code().get()).isEqualTo("PIN_WAIT");
    assertThat(kiosk.seconds().get()).isEqualTo(18);
    assertThat(opened).isEmpty();
  }

  @Test
  void whoseRoleNeedNotWaitMayTypeMeanwhile() {
    wrongFiveTimes();
    pad.onNext(1);
    assertThat(pad.seconds().get()).isZero();
    type(pad, "8520");
    assertThat(opened).containsExactly("Ravi");
    pad.onNext(-1);
    type(pad, "4711");
    assertThat(pad.code().get()).isEqualTo("PIN_WAIT");
    assertThat(pad.seconds().get()).isEqualTo(30);
  }

  private void wrongFiveTimes() {
    for (int tries = 1; tries <= 4; tries++) {
      type(pad, "9999");
      assertThat(pad.code().get()).isEqualTo("PIN_WRONG");
    }
    type(pad, "9999");
  }

  private static void type(PinPadViewModel on, String digits) {
    digits.codePoints().forEach(on::onDigit);
    on.onEnter();
  }

  private PinPadViewModel pad() {
    List<Person> everybody = shift.whoMay(Permission.LOOK);
    return new PinPadViewModel(
        List.of(everybody.get(0), everybody.get(1)),
        shift::enter,
        person -> opened.add(person.name()),
        new Background(Runnable::run, Runnable::run),
        clock);
  }
}
