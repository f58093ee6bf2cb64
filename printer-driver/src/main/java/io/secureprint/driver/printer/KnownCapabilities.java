// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.api.Capabilities;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What a printer has said it can do, asked anew once that is a minute old: trays are filled by
/// people. A printer that is silent still can what it could before. Thread-safe.
final class KnownCapabilities {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Supplier<Answer<Capabilities>> asking;
  private @Nullable Answer<Capabilities> known;
  private Instant asked = Instant.MIN;

  KnownCapabilities(InstantSource clock, Supplier<Answer<Capabilities>> asking) {
    this.clock = clock;
    this.asking = asking;
  }

  synchronized Answer<Capabilities> get() {
    Instant now = clock.instant();
    if (known != null && now.isBefore(asked.plus(FRESH))) {
      return known;
    }
    Answer<Capabilities> said = asking.get();
    if (said instanceof Answer.Got<Capabilities>) {
      known = said;
      asked = now;
    }
    return known != null && said instanceof Answer.Silent<Capabilities> ? known : said;
  }
}
