// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.journey.PaymentTile;
import io.secureprint.app.SampleShop;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

final class PayTurnsTest {
  private Instant now = SampleShop.NOW;
  private final PayTurns turns = new PayTurns(() -> now);

  @Test
  void whoeverIsAloneIsShownAsLongAsItTakes() {
    assertThat(shown(1)).containsExactly("session-1");
    PayTurns.Order before = turns.of(tiles(1));
    after(600);
    assertThat(turns.of(tiles(1))).isEqualTo(before);
  }

  @Test
  void whoeverComesWaitsForAWholeTurnAndThenItGoesRound() {
    shown(1);
    after(600);
    assertThat(shown(1, 3)).containsExactly("session-1", "session-3");
    after(59);
    assertThat(shown(1, 3, 5)).containsExactly("session-1", "session-3", "session-5");
    after(1);
    assertThat(shown(1, 3, 5)).containsExactly("session-3", "session-5", "session-1");
    after(60);
    assertThat(shown(1, 3, 5)).containsExactly("session-5", "session-1", "session-3");
  }

  @Test
  void whoeverHasPaidMakesRoomAtOnceAndTheNextHasAWholeTurn() {
    shown(1, 3, 5);
    after(50);
    assertThat(shown(3, 5)).containsExactly("session-3", "session-5");
    assertThat(turns.of(tiles(3, 5)).turn()).isEqualTo(now.plus(PayTurns.TURN));
    after(20);
    assertThat(shown(3, 5)).startsWith("session-3");
  }

  @Test
  void whoeverCannotPayAnyMoreMakesRoom() {
    shown(1, 3);
    now = SampleShop.payment(1).until();
    assertThat(shown(1, 3)).containsExactly("session-3");
  }

  private List<String> shown(int... customers) {
    return turns.of(tiles(customers)).payments().stream().map(PaymentTile::sessionId).toList();
  }

  private static List<PaymentTile> tiles(int... customers) {
    return Arrays.stream(customers).mapToObj(SampleShop::payment).toList();
  }

  private void after(int seconds) {
    now = now.plusSeconds(seconds);
  }
}
