// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.outbox;

import io.secureprint.agent.kernel.EventFeed.Entry;

/// Somebody who is brought each event, once after the other. An event that is refused by an exception
/// is brought again later, with growing pauses, while the next ones go on.
public interface EventConsumer {
  /// Unique for ever, at most 60 characters: the place in the log is kept under it.
  String name();

  default Guarantee guarantee() {
    return Guarantee.EXACTLY_ONCE;
  }

  void accept(Entry entry);

  /// How often an event can arrive.
  enum Guarantee {
    /// `accept` runs in the unit of work that moves the place on, so what it writes there is there once.
    EXACTLY_ONCE,
    /// `accept` runs before the place moves on, outside any unit: after a crash it is called again.
    AT_LEAST_ONCE
  }
}
