// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// How a person settles a [Claim].
public enum Settlement {
  /// The money was given back.
  RETURNED,
  /// A person has looked: the sheets are there after all.
  PRINTED
}
