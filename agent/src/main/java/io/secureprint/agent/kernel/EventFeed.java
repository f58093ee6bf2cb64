// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The reading side of the [EventLog]. Numbers are given before the commit, so a later number can be
/// seen before an earlier one; a reader is never led past a number that may still be committed. What
/// was rolled back leaves a number out for ever. Thread-safe.
public interface EventFeed {
  /// At most `most` events behind number `seq`, oldest first. Joins the running unit of work, or makes
  /// one of its own.
  Batch after(long seq, int most);

  /// The event of this number, if it is committed.
  Optional<Entry> find(long seq);

  /// The highest number that is committed, 0 before the first. Lower ones may still come.
  long last();

  /// The highest number from before that moment, 0 where there is none. A clock that was set back
  /// makes it vague.
  long before(Instant at);

  /// Calls `action` after each commit that appended something here, on the thread that committed; it
  /// must not block. What other agents append is not told.
  void whenAppended(Runnable action);

  /// Some events; `held` when there are more that wait for an open number before them.
  record Batch(List<Entry> entries, boolean held) {
    public Batch {
      entries = List.copyOf(entries);
    }
  }

  /// An event in its place. `causationId` is what it was done because of, or empty.
  record Entry(long seq, Instant at, EventLog.Event event, String causationId) {
    public Entry {
      if (seq < 1) {
        throw new IllegalArgumentException("not the number of an event: " + seq);
      }
    }
  }
}
