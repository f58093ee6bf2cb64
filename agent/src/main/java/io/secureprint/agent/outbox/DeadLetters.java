// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What could not be brought to somebody. Every call joins the running unit of work.
public interface DeadLetters {
  void insert(DeadLetter letter);

  /// False when it has changed since `old` was read.
  boolean replace(DeadLetter old, DeadLetter next);

  Optional<DeadLetter> find(String consumer, long seq);

  /// Those of one consumer that wait, the one that is due first at the beginning.
  List<DeadLetter> waiting(String consumer, int most);

  /// Those that wait or were given up, newest first.
  List<DeadLetter> open(int most);

  /// Forgets those that are settled since before that moment.
  void forget(Instant before);
}
