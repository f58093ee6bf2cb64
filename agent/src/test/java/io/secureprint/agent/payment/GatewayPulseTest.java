// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

final class GatewayPulseTest {
  private static final ProviderAnswer<String> SILENT =
      new ProviderAnswer.Silent<>("no route", Optional.empty());
  private static final ProviderAnswer<String> SPOKEN = new ProviderAnswer.Got<>("nothing");

  private final SettableClock clock = new SettableClock();
  private final GatewayPulse pulse = new GatewayPulse(clock);

  @Test
  void oneChargeThatCouldNotBeMadeStopsTheNextCustomerAndWorriesNobodyElse() {
    pulse.answered(SILENT);
    pulse.unmade();
    assertThat(pulse.trouble()).contains("GATEWAY_UNREACHABLE");
    assertThat(pulse.tellsNothing()).isFalse();
    pulse.answered(SPOKEN);
    assertThat(pulse.trouble()).isEmpty();
  }

  @Test
  void whoeverIsSilentForLongTellsNothingUntilItSpeaks() {
    pulse.answered(SILENT);
    clock.pass(Duration.ofSeconds(30));
    pulse.answered(SILENT);
    assertThat(pulse.tellsNothing()).isTrue();
    pulse.answered(SPOKEN);
    assertThat(pulse.tellsNothing()).isFalse();
  }

  @Test
  void whoeverDoesNotTakeTheShopsKeysTellsNothingUntilItDoes() {
    pulse.answered(new ProviderAnswer.Refused<>("GATEWAY_REFUSED"));
    assertThat(pulse.tellsNothing()).isFalse();
    pulse.answered(new ProviderAnswer.Refused<>(ProviderAnswer.KEYS_WRONG));
    assertThat(pulse.tellsNothing()).isTrue();
    pulse.answered(SPOKEN);
    assertThat(pulse.tellsNothing()).isFalse();
  }
}
