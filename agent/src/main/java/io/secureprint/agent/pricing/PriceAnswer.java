// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

/// What a plan costs, or why that cannot be said.
public sealed interface PriceAnswer {
  record Priced(Quote quote) implements PriceAnswer {}

  /// With `PRICES_UNREADABLE` or `PAPER_NOT_OFFERED`.
  record Refused(String code) implements PriceAnswer {}
}
