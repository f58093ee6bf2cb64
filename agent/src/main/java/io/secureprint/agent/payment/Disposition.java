// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

/// What became of money that came. Every captured payment has exactly one.
public enum Disposition {
  /// It let the job print.
  RELEASED,
  /// It is not what was asked for; a person decides while the session lives.
  HELD,
  /// It is to be given back.
  REFUND_DUE,
  /// It was given back.
  REFUNDED,
  /// It fits nothing that we asked for; a person looks into it.
  QUARANTINED
}
