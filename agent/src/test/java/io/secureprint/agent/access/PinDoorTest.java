// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.access;

import static io.secureprint.agent.access.PeopleTest.pin;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.access.PinDoor.Knock;
import io.secureprint.agent.kernel.Ids;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class PinDoorTest {
  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private String asha = "";
  private String ravi = "";
  private String meena = "";

  @BeforeEach
  void twoPeople() throws IOException {
    TestStaff.hire(folder.resolve("people.json"));
    asha = people().all().get(0).id();
    ravi = people().all().get(1).id();
    meena = people().all().get(2).id();
  }

  @Test
  void theRightPinIsWelcomeAndForgetsWrongOnes() throws IOException {
    PinDoor door = door();
    for (int round = 0; round < 3; round++) {
      for (int tries = 0; tries < 4; tries++) {
        assertThat(door.knock(asha, pin("0815"))).isEqualTo(new Knock.Wrong(Duration.ZERO));
      }
      assertThat(door.knock(asha, pin("4711"))).isInstanceOf(Knock.Right.class);
    }
  }

  @Test
  void waitsDoubleUpToAQuarterOfAnHourAndNeverLockOutForGood() throws IOException {
    PinDoor door = door();
    List<Long> waits = new ArrayList<>();
    for (int tries = 0; tries < 13; tries++) {
      Knock.Wrong wrong = (Knock.Wrong) door.knock(asha, pin("0815"));
      waits.add(wrong.pause().toSeconds());
      clock.pass(wrong.pause());
    }
    assertThat(waits)
        .containsExactly(0L, 0L, 0L, 0L, 30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L, 900L);
    assertThat(door.knock(asha, pin("4711"))).isInstanceOf(Knock.Right.class);
  }

  @Test
  void nothingIsLookedAtDuringTheWaitEvenTheRightPin() throws IOException {
    PinDoor door = door();
    wrongTimes(door, 5);
    clock.pass(Duration.ofSeconds(29));
    assertThat(door.knock(asha, pin("4711"))).isEqualTo(new Knock.Wait(Duration.ofSeconds(1)));
    clock.pass(Duration.ofSeconds(1));
    assertThat(door.knock(asha, pin("4711"))).isInstanceOf(Knock.Right.class);
  }

  @Test
  void aRestartDoesNotShortenTheWait() throws IOException {
    wrongTimes(door(), 5);
    assertThat(door().knock(asha, pin("4711"))).isEqualTo(new Knock.Wait(Duration.ofSeconds(30)));
  }

  @Test
  void aClockThatIsSetBackNeitherShortensNorStretchesTheWait() throws IOException {
    PinDoor door = door();
    wrongTimes(door, 5);
    clock.pass(Duration.ofDays(-400));
    assertThat(door.knock(asha, pin("4711"))).isEqualTo(new Knock.Wait(Duration.ofSeconds(30)));
    clock.pass(Duration.ofSeconds(30));
    assertThat(door.knock(asha, pin("4711"))).isInstanceOf(Knock.Right.class);
  }

  @Test
  void eachWaitsForThemselvesAndNobodysRightPinHelpsAnother() throws IOException {
    PinDoor door = door();
    wrongTimes(door, 5);
    assertThat(door.knock(ravi, pin("8520"))).isInstanceOf(Knock.Right.class);
    assertThat(door.knock(meena, pin("1357"))).isInstanceOf(Knock.Right.class);
    assertThat(door.knock(asha, pin("4711"))).isInstanceOf(Knock.Wait.class);
  }

  @Test
  void whoIsForgivenBesideTheRunningShopNeedNotWait() throws IOException {
    PinDoor running = door();
    wrongTimes(running, 7);
    door().forgive(asha);
    assertThat(running.knock(asha, pin("4711"))).isInstanceOf(Knock.Right.class);
  }

  private void wrongTimes(PinDoor door, int times) throws IOException {
    for (int tries = 0; tries < times; tries++) {
      if (door.knock(asha, pin("0815")) instanceof Knock.Wrong(Duration wait)
          && tries < times - 1) {
        clock.pass(wait);
      }
    }
  }

  private PinDoor door() {
    return new PinDoor(people(), folder.resolve("pin-waits.json"), clock);
  }

  private People people() {
    return new People(folder.resolve("people.json"), Ids.secure());
  }
}
