// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.app.kiosk.KioskPlace.Move;

import org.junit.jupiter.api.Test;

import java.util.List;

final class KioskPlaceTest {
  private static final List<String> ONE = List.of("desk");
  private static final List<String> TWO = List.of("desk", "wall");

  private final KioskPlace<String> place = new KioskPlace<>();

  @Test
  void byItselfItFillsTheSecondScreenWhereThereIsOne() {
    assertThat(place.choose("auto", TWO, "desk")).contains("wall");
    assertThat(place.choose("auto", TWO, "wall")).contains("desk");
    assertThat(place.choose("auto", ONE, "desk")).isEmpty();
  }

  @Test
  void itFillsTheScreenOfItsNumberAndIsAWindowWhereThatIsMissingOrWished() {
    assertThat(place.choose("1", TWO, "desk")).contains("desk");
    assertThat(place.choose("2", TWO, "desk")).contains("wall");
    assertThat(place.choose("3", TWO, "desk")).isEmpty();
    assertThat(place.choose("window", TWO, "desk")).isEmpty();
  }

  @Test
  void aScreenThatIsPulledOutLeavesAWindowAndOnePluggedInAgainIsFilled() {
    place.choose("auto", TWO, "desk");
    assertThat(place.changed(ONE, "desk")).isEqualTo(Move.WINDOW);
    assertThat(place.changed(TWO, "desk")).isEqualTo(Move.FILL);
    assertThat(place.filled()).contains("wall");
    assertThat(place.changed(TWO, "desk")).isEqualTo(Move.STAY);
    assertThat(place.changed(List.of("desk", "turned wall"), "desk")).isEqualTo(Move.FILL);
  }

  @Test
  void whatPeopleHavePutOnTheOnlyScreenStaysThere() {
    place.choose("auto", ONE, "desk");
    assertThat(place.changed(List.of("larger desk"), "larger desk")).isEqualTo(Move.STAY);
  }
}
