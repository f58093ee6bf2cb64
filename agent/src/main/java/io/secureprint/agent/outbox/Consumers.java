// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.outbox;

import java.time.Duration;
import java.time.Instant;

/// How far each consumer has come. Every call joins the running unit of work.
public interface Consumers {
  /// Where there is no consumer of this name, it begins behind number `seq`.
  void register(String name, long seq, Instant now);

  /// Where this one stands.
  ///
  /// @throws IllegalStateException when it was never registered
  Cursor cursor(String name);

  /// Moves on from `from` to `to`, which may be the same, and holds the lease as `holder` has it. False when somebody else has
  /// moved on meanwhile, or holds the lease.
  boolean advance(String name, long from, long to, Holder holder);

  /// The last number that was brought, and who brings until when.
  record Cursor(long lastSeq, String owner, Instant leasedUntil) {
    boolean isOthers(Holder holder) {
      return !owner.equals(holder.owner()) && leasedUntil.isAfter(holder.now());
    }
  }

  /// Who asks, at which moment, and for how long it wants to be the only one.
  record Holder(String owner, Instant now, Duration lease) {
    public Holder {
      if (owner.isEmpty() || owner.length() > 64) {
        throw new IllegalArgumentException("an owner has 1 to 64 characters: " + owner);
      }
    }

    public Instant until() {
      return now.plus(lease);
    }
  }
}
