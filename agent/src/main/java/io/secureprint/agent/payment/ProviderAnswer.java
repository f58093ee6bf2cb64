// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import java.time.Duration;
import java.util.Optional;

/// What a provider said, or that it said nothing.
public sealed interface ProviderAnswer<T> {
  /// The code of whoever does not take the shop's keys.
  String KEYS_WRONG = "GATEWAY_KEYS_WRONG";

  record Got<T>(T value) implements ProviderAnswer<T> {}

  /// It will not, whatever is asked again: the code says why.
  record Refused<T>(String code) implements ProviderAnswer<T> {}

  /// No answer, or none that can be used now; it may have done what it was asked for. `again` is when
  /// it wants to be asked again.
  record Silent<T>(String why, Optional<Duration> again) implements ProviderAnswer<T> {}
}
