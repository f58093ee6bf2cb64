// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.function.Supplier;

/// What must become true together, or not at all. Stores called inside join it; a unit within a
/// unit is the outer one. It is bound to the calling thread.
public interface UnitOfWork {
  /// Runs `work`, commits with at least the given durability, and returns its result. Any
  /// exception rolls everything back.
  <T> T call(Durability durability, Supplier<T> work);

  /// Runs after the outermost unit has committed, in order of registration; at once when there is
  /// no unit. Lost in a crash: only for what the next start would find again.
  void afterCommit(Runnable action);

  default void run(Durability durability, Runnable work) {
    call(durability, () -> {
      work.run();
      return durability;
    });
  }

  /// The store did not take or give something: full, broken, busy. What it says is still true, and
  /// trying again later may help.
  final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(RuntimeException cause) {
      super("the store is not available", cause);
    }
  }

  /// How sure a commit must be before it counts.
  enum Durability {
    /// May be lost in a power cut for a moment; carried to disk by the next barrier or tick.
    STEP,
    /// On the disk, through the operating system's cache, before `call` returns: money, paper,
    /// destruction.
    BARRIER
  }
}
