// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.prices;

import io.secureprint.agent.pricing.PriceChange;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.PriceVersion;

import java.util.List;
import java.util.Optional;

/// What changes from one version to another.
record Comparison(int from, int to, List<PriceChange> changes) {
  /// Empty where one of them cannot be read.
  static Optional<Comparison> of(PriceVersion from, PriceVersion to) {
    PriceList before = from.list();
    PriceList after = to.list();
    return before == null || after == null
        ? Optional.empty()
        : Optional.of(
            new Comparison(from.number(), to.number(), PriceChange.between(before, after)));
  }
}
