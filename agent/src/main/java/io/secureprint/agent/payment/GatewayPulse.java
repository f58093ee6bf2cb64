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
  /// Where nobody asks any more, nobody knows.
  private static final Duration FORGOTTEN = Duration.ofMinutes(2);
  private static final Duration UNMADE_LASTS = Duration.ofMinutes(2);
  private static final String UNREACHABLE = "GATEWAY_UNREACHABLE";

  private final InstantSource clock;
  private @Nullable Instant silentSince;
  private @Nullable Instant silentAgain;
  private volatile @Nullable Instant unmade;
  private volatile boolean keysWrong;

  GatewayPulse(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void answered(ProviderAnswer<?> answer) {
    switch (answer) {
      case ProviderAnswer.Got<?> _ -> {
        keysWrong = false;
        silentSince = null;
        unmade = null;
      }
      case ProviderAnswer.Refused<?>(String code) ->
          keysWrong = keysWrong || code.equals(ProviderAnswer.KEYS_WRONG);
      case ProviderAnswer.Silent<?> _ -> {
        Instant now = clock.instant();
        silentSince = silentSince == null || isForgotten(now) ? now : silentSince;
        silentAgain = now;
      }
    }
  }

  private boolean isForgotten(Instant now) {
    return silentAgain == null || silentAgain.plus(FORGOTTEN).isBefore(now);
  }

  /// A customer could not pay, since no charge was made.
  void unmade() {
    unmade = clock.instant();
  }

  /// True when it has been asked and silent for so long that people should know.
  synchronized boolean isSilent() {
    return silentSince != null
        && silentAgain != null
        && !isForgotten(clock.instant())
        && !silentSince.plus(SILENCE).isAfter(silentAgain);
  }

  /// True when nobody can know from it whether money came.
  synchronized boolean tellsNothing() {
    return keysWrong || isSilent();
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
