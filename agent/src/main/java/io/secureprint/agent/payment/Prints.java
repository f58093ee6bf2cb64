// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// The printing side, told within the unit of work that moves the money: the journal has it, or the
/// money is not booked.
public interface Prints {
  /// The money is there, and the execution may print.
  void paid(String executionId, Intent intent);

  /// The money went back before anything was printed, and the execution may print no more.
  void revoked(String executionId);
}
