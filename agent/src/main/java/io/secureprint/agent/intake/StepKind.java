// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a step of the owner's asks of the customer.
public enum StepKind {
  /// Fields to fill in.
  @JsonProperty("form") FORM,
  /// Something to read.
  @JsonProperty("info") INFO,
  /// A yes or a no.
  @JsonProperty("confirmation") CONFIRMATION,
  /// Patience: the shop's PC or a person is at work.
  @JsonProperty("wait") WAIT,
  /// Nothing (any more): the page goes on with the ordinary journey.
  @JsonProperty("none") NONE
}
