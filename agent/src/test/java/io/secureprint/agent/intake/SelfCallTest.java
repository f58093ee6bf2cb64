// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/// The shop's PC calls its own door to see that it answers.
final class SelfCallTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void aServerThatListensAnswersAndBlamesNobody() {
    try (ShopFront shop = new ShopFront()) {
      for (int i = 0; i < 40; i++) {
        assertThat(shop.server.answers(PATIENCE)).isTrue();
      }
      assertThat(shop.doors.turnedAway()).isEmpty();
      shop.phone(shop.ticket(), 1).claim();
    }
  }

  @Test
  void aFullHouseAnswersAll() throws IOException {
    try (ShopFront shop = new ShopFront()) {
      for (int last = 1; last <= 2; last++) {
        for (int i = 0; i < 4; i++) {
          shop.socket(last).upgraded();
        }
      }
      assertThat(shop.server.answers(PATIENCE)).isTrue();
    }
  }

  @Test
  void aServerThatOnlyTakesTheCallDoesNotAnswer() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      InetSocketAddress address = (InetSocketAddress) mute.getLocalSocketAddress();
      assertThat(new SelfCall().answered(address, Duration.ofMillis(200))).isFalse();
    }
  }

  @Test
  void aServerThatIsGoneDoesNotAnswer() {
    ShopFront shop = new ShopFront();
    shop.close();
    assertThat(shop.server.answers(PATIENCE)).isFalse();
  }
}
