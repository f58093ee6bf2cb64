// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import java.time.Instant;
import java.util.List;

/// The rows of what a gateway says by itself. Of a message only the facts are kept, and the hash of
/// its bytes (decision 24). Every call joins the running unit of work.
public interface Inbox {
  /// False when the very same message came before.
  boolean insert(Received message);

  /// What was received and not looked at, oldest first; at most so many.
  List<Received> unread(String provider, int most);

  /// `verdict` is what came of it, in up to 20 letters.
  void read(Received message, String verdict);

  /// Forgets what was looked at and came before that.
  void forget(Instant before);

  /// Notes how a dispute stands. False when it stood so already, or was over: its messages come in any
  /// order, and one that is over never opens again.
  boolean put(Dispute dispute, Instant now);

  /// Those that the shop can still answer.
  List<Dispute> open(String provider, Instant now);

  /// Word of a payment; `sha256` in hexadecimal.
  record Received(String sha256, PaymentFact fact, Instant at) {}
}
