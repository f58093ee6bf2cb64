// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// What a print sender tells the agent.
public sealed interface SenderEvent {
  record Ready() implements SenderEvent {}

  /// The printer (or the folder) has the whole document.
  record Delivered() implements SenderEvent {}

  /// It certainly does not have it: a code, and the IPP status where there was one (else 0).
  record NotDelivered(String code, int ippStatus) implements SenderEvent {}

  /// The line broke after the last byte was sent: only the job's own state can tell.
  record Unknown(String code) implements SenderEvent {}
}
