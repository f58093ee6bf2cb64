// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

/// Why a field of a typed price list cannot be taken.
public enum PriceFault {
  /// A paper that is offered has all its prices.
  PRICE_MISSING,
  PRICE_NOT_AN_AMOUNT,
  PRICE_ZERO,
  PRICE_TOO_HIGH,
  MINIMUM_TOO_LOW,
  BREAK_FROM_WRONG,
  BREAK_TWICE,
  /// From so many sides on, but without a price.
  BREAK_EMPTY,
  /// A break is cheaper than all before it, or it is a slip of the finger.
  BREAK_NOT_CHEAPER,
  DISCOUNT_PERCENT_WRONG,
  DISCOUNT_NAME_WRONG,
  NO_PAPER_PRICED
}
