// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The ways to pay that a phone may choose.
public enum PayMethod {
  @JsonProperty("cash") CASH,
  @JsonProperty("upi") UPI,
  /// What was paid before and not printed; for whoever has a credit that pays for all of it.
  @JsonProperty("credit") CREDIT
}
