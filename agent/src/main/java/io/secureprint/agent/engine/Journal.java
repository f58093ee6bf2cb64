// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows that are the truth about executions. Every call joins the running unit of work.
public interface Journal {
  /// False when an execution with this dedupe key exists.
  boolean insert(Execution execution, String dedupeKey);

  /// Throws [Unreadable] where the row is damaged.
  Optional<Execution> find(String executionId);

  /// The same, if this agent runs it: of several agents on one journal each carries its own forward.
  Optional<Execution> owned(String executionId);

  /// Writes `next` over revision `next.revision() - 1`; false when somebody else was first.
  boolean update(Execution next);

  /// A step, or an attempt at it, has come to something: DONE, RETRY, FAILED or CANCELLED.
  void stepEnded(String executionId, StepEnd end);

  /// Keeps a signal for its step; false when this command was given before.
  boolean insertSignal(String executionId, String commandId, Signal signal);

  /// The oldest signal that no handler has seen; a cancel goes before all others.
  Optional<Kept> nextSignal(String executionId);

  void signalHandled(String executionId, String commandId);

  /// The branches of an execution that have not ended.
  List<String> openBranches(String executionId);

  /// This agent's executions that have not ended.
  List<String> unfinished();

  /// Those of them with a signal that no handler has seen.
  List<String> signalled();

  /// What is written of an execution is not what this program writes. Others are not touched by it.
  final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(String executionId, RuntimeException cause) {
      super("execution " + executionId + " cannot be read", cause);
    }
  }

  /// A signal and the command that brought it.
  record Kept(String commandId, Signal signal) {}

  /// How a run of a step ended.
  record StepEnd(
      String step, int run, String status, @Nullable String code, Instant began, Instant at) {}
}
