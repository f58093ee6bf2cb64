// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.session.EndReason;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;

/// Why a visit ends, and by whom; the first reason counts. Thread-safe.
final class Leaving {
  private final AtomicReference<@Nullable End> first = new AtomicReference<>();
  private volatile boolean onRecord;

  /// `by` is who ends it, for the books.
  void begin(EndReason reason, String by) {
    first.compareAndSet(null, new End(reason, by));
  }

  boolean hasBegun() {
    return first.get() != null;
  }

  EndReason reason() {
    return end().reason();
  }

  String by() {
    return end().by();
  }

  /// The customer or the shop does not want the sheets any more.
  boolean isWithdrawn() {
    return hasBegun() && (reason() == EndReason.DELETED || reason() == EndReason.CANCELLED);
  }

  /// Whether the workflow has been told of the end.
  boolean isOnRecord() {
    return onRecord;
  }

  void putOnRecord() {
    onRecord = true;
  }

  /// What fails before anybody has given a reason.
  private End end() {
    End end = first.get();
    return end == null ? new End(EndReason.ERROR, EndReason.ERROR.code()) : end;
  }

  private record End(EndReason reason, String by) {}
}
