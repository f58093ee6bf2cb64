// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;

/// The defaults of `docs/protocol.md` section 6, and where the gate stands by them.
class IntakeSettingsTest {
  private final IntakeSettings settings = IntakeSettings.defaults(ShopFront.address(1), 8_081);

  @Test
  void theDefaultsAreThoseOfTheProtocol() {
    assertThat(settings)
        .isEqualTo(
            new IntakeSettings(
                ShopFront.address(1),
                8_081,
                Set.of("127.0.0.1"),
                4,
                32,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                8_192));
    assertThat(Credit.WINDOW).isEqualTo(4_194_304);
    assertThat(Credit.STEP).isEqualTo(1_048_576);
    assertThat(PspDraft.MOST_FRAME_BYTES).isEqualTo(65_600);
    assertThat(GuardedChannel.MOST_REQUEST_BYTES).isEqualTo(8_192);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> IntakeSettings.defaults(ShopFront.address(1), 65_536))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new IntakeSettings(
                    settings.bind(),
                    0,
                    Set.of(),
                    4,
                    32,
                    settings.handshake(),
                    settings.slow(),
                    settings.leastBytesPerSecond()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theGateTellsThePageThatAsks() {
    Gate gate = new Gate(Set.of("192.168.1.23", "Shop.local"), 8_081, 8_080);
    assertThat(gate.pass("/psp", "192.168.1.23:8081", "http://192.168.1.23:8080"))
        .hasValue("192.168.1.23:8080");
    assertThat(gate.pass("/psp", "SHOP.local:8081", "http://shop.local:8080"))
        .hasValue("shop.local:8080");
    assertThat(gate.pass("/psp", "192.168.1.23:8081", null)).isEmpty();
    assertThat(gate.pass("/psp", null, "http://192.168.1.23:8080")).isEmpty();
    assertThat(gate.pass("/psp", "192.168.1.23:8081", "http://192.168.1.23")).isEmpty();
  }

  @Test
  void onPortEightyBrowsersNameNoPort() {
    Gate gate = new Gate(Set.of("192.168.1.23"), 8_081, 80);
    assertThat(gate.pass("/psp", "192.168.1.23:8081", "http://192.168.1.23"))
        .hasValue("192.168.1.23");
  }
}
