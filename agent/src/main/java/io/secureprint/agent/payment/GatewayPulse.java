// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How a gateway is, told from its answers. Thread-safe.
final class GatewayPulse {
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration UNMADE_LASTS = Duration.ofMinutes(2);
  private static final String UNREACHABLE = "GATEWAY_UNREACHABLE";

  private final InstantSource clock;
  private volatile @Nullable Instant silentSince;
  private volatile @Nullable Instant unmade;
  private volatile boolean keysWrong;

  GatewayPulse(InstantSource clock) {
    this.clock = clock;
  }

  void answered(ProviderAnswer<?> answer) {
    switch (answer) {
      case ProviderAnswer.Got<?> _ -> {
        keysWrong = false;
        silentSince = null;
        unmade = null;
      }
      case ProviderAnswer.Refused<?>(String code) ->
          keysWrong = keysWrong || code.equals(ProviderAnswer.KEYS_WRONG);
      case ProviderAnswer.Silent<?> _ ->
          silentSince = silentSince == null ? clock.instant() : silentSince;
    }
  }

  /// A customer could not pay, since no charge was made.
  void unmade() {
    unmade = clock.instant();
  }

  /// True when it has been silent for so long that people should know.
  boolean isSilent() {
    Instant since = silentSince;
    return since != null && since.plus(SILENCE).isBefore(clock.instant());
  }

  /// Why customers cannot pay by it: the shop's keys, until it takes them again, or its silence.
  Optional<String> trouble() {
    Instant failed = unmade;
    boolean lately = failed != null && failed.plus(UNMADE_LASTS).isAfter(clock.instant());
    return keysWrong
        ? Optional.of(ProviderAnswer.KEYS_WRONG)
        : isSilent() || lately ? Optional.of(UNREACHABLE) : Optional.empty();
  }
}
