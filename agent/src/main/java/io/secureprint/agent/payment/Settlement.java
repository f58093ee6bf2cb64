// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// How a person settles a [Claim].
public enum Settlement {
  /// The money was given back by hand.
  RETURNED,
  /// The gateway gives the money back, or as much of it as it can; the rest is given by hand.
  REFUNDED,
  /// The customer keeps it for another time.
  CREDIT,
  /// A person has looked: the sheets are there after all.
  PRINTED
}
