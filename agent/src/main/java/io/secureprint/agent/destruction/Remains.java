// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.destruction;

import io.secureprint.agent.session.EndReason;
import io.secureprint.agent.session.PrintSession;

import java.time.Duration;
import java.util.Optional;

/// Everything that is left of one session, with the means to end it. Each call is safe to repeat.
public interface Remains {
  PrintSession session();

  EndReason reason();

  /// What came of the last try, if there was one.
  Optional<Destroyed> before();

  /// The workflow that the session belonged to.
  String executionId();

  /// SIGKILL to the session's driver processes, without waiting.
  void killWorkers();

  /// True when they are gone within the time.
  boolean workersGone(Duration within);

  /// Cancels and purges the session's print job, if it has one.
  Spool purgeSpool();

  /// Whether the printer's queue still has anything of this session.
  enum Spool {
    /// Nothing was ever there, or nothing is left.
    CLEAN,
    /// The shop keeps a copy by its own setting (decision 20).
    RETAINED,
    /// The queue has let go of the job, and what it keeps nobody can see.
    UNSEEN,
    /// Not clean, or nobody can tell: that printer's lane is closed.
    DIRTY
  }
}
