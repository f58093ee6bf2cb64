// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// What is unusual about a payment (`payments.md` 0, decision 4 and 8.3). The names are the codes
/// that the shop's people see.
public enum Flag {
  PAID_PARTIAL,
  PAID_OVER,
  PAID_LATE,
  PAID_AFTER_CANCEL,
  PAYMENT_DUPLICATE,
  /// One payment told of twice, each time differently.
  PAYMENT_CONFLICT,
  /// Money given back by somebody else than this program.
  REFUNDED_OUTSIDE,
  /// Nothing of ours, or not in this shop's mode or currency.
  PAYMENT_FOREIGN,
  /// A person of the shop says that it is there.
  CONFIRMED_BY_HAND
}
