// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import java.util.Optional;

/// The rows behind the money. Every call joins the running unit of work.
public interface Ledger {
  void insert(Intent intent);

  /// The newest intent of an execution, locked until the unit of work ends.
  Optional<Intent> newest(String executionId);

  /// Compare and set: false when the intent was not in `from` any more.
  boolean move(String intentId, IntentState from, IntentState to);

  /// False when this payment is known already.
  boolean insert(PaymentFact fact);

  /// Lets the execution print, once: false when it was released before.
  boolean release(String executionId, String intentId);

  /// The paid intent under which an execution may print.
  Optional<Intent> released(String executionId);
}
