// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import io.secureprint.agent.kernel.Paise;

import java.time.Instant;

/// Something that a provider made for an intent and a customer can pay. `upi` is the link as the
/// provider issued it, which is shown byte by byte as it came.
public record Charge(String objectId, String upi) {

  /// What the provider is to make, once for each `intentId`: payable until `until`, which is a wish
  /// that a provider may round up.
  public record Wanted(String intentId, Paise amount, Instant until) {}
}
