// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

final class WatchedTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void aGatewaysWishToBeLeftAloneIsGrantedButNotForHours() {
    assertThat(askedAgain(Duration.ofSeconds(40))).isEqualTo(Duration.ofSeconds(40));
    assertThat(askedAgain(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(90));
  }

  private static Duration askedAgain(Duration wished) {
    Watched watched = Watched.ours("qr_1", NOW, NOW.plusSeconds(900), NOW);
    watched.begins(NOW);
    watched.backOff(NOW, wished);
    int seconds = 0;
    while (!watched.begins(NOW.plusSeconds(seconds))) {
      seconds++;
    }
    return Duration.ofSeconds(seconds);
  }
}
