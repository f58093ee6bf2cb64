// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

final class ContextRoomTest {
  private static final int MIB = 1 << 20;

  @Test
  void oneValueIsAtMostAMebibyte() {
    assertFits(Map.of(), "a", MIB);
    assertFull(Map.of(), "a", MIB + 1);
  }

  @Test
  void allTogetherAreAtMostFourMebibytes() {
    Map<String, Integer> kept = Map.of("a", MIB, "b", MIB, "c", MIB, "d", MIB - 10);
    assertFits(kept, "e", 10);
    assertFull(kept, "e", 11);
  }

  @Test
  void whatTakesThePlaceOfAnotherCountsWithoutIt() {
    Map<String, Integer> kept = Map.of("a", MIB, "b", MIB, "c", MIB, "d", MIB);
    assertFits(kept, "d", MIB);
    assertFull(kept, "e", 1);
  }

  @Test
  void aMarkWithoutContentAlwaysFinishesWhatIsFull() {
    Map<String, Integer> kept = Map.of("a", MIB, "b", MIB, "c", MIB, "d", MIB + 28);
    assertFits(kept, "complete", 0);
  }

  @Test
  void thereAreAtMostTwoHundredValues() {
    Map<String, Integer> kept = new HashMap<>();
    for (int number = 0; number < 200; number++) {
      kept.put("v" + number, 1);
    }
    assertFits(kept, "v199", 2);
    assertFull(kept, "v200", 1);
  }

  private static void assertFits(Map<String, Integer> kept, String key, int bytes) {
    assertThatCode(() -> ContextRoom.within(kept, key, bytes)).doesNotThrowAnyException();
  }

  private static void assertFull(Map<String, Integer> kept, String key, int bytes) {
    assertThatThrownBy(() -> ContextRoom.within(kept, key, bytes))
        .isInstanceOf(Context.Full.class)
        .hasMessage("no room in the context for " + key);
  }
}
