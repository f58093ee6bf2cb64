// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.pricing.Quote;

import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/// The quote that is being paid, in the execution's context: the print step takes what it prints from
/// there and from nowhere else.
final class FrozenQuote {
  private static final String KEY = "quote";

  private FrozenQuote() {}

  /// False when the session's keys are destroyed.
  static boolean freeze(Quote quote, Context context) {
    return context.put(KEY, JsonMapper.shared().writeValueAsBytes(quote));
  }

  static Optional<Quote> of(Context context) {
    return context.get(KEY).map(bytes -> JsonMapper.shared().readValue(bytes, Quote.class));
  }
}
