// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.time.Duration;
import java.time.Instant;

/// The rules of the engine as pure functions: an execution and what happened give the execution that
/// follows. No clock, no database, no effects.
final class Decider {
  private static final RetryPolicy FINALISER_AGAIN =
      new RetryPolicy(100, Duration.ofSeconds(1), Duration.ofMinutes(5));

  /// How often an execution may go back: a person who cannot answer a question is not asked for ever.
  private static final int MOST_ROUNDS = 100;
  private static final Problem ROUNDS = Problems.of("TOO_MANY_ROUNDS");

  private final Ids ids;

  Decider(Ids ids) {
    this.ids = ids;
  }

  /// The present step has come to `outcome`.
  Execution after(Execution before, StepOutcome outcome, Instant now) {
    return switch (outcome) {
      case StepOutcome.Done(Facts facts) -> advance(before.knowing(facts), "");
      case StepOutcome.Chosen(String step, Facts facts) -> advance(before.knowing(facts), step);
      case StepOutcome.Cancelled(Problem problem) -> cancelled(before, problem.code());
      case StepOutcome.Still() -> before;
      case StepOutcome.Branched(_, boolean awaited, Facts facts) ->
          awaited
              ? before.knowing(facts).at(before.position().waits(null))
              : advance(before.knowing(facts), "");
      case StepOutcome.Waiting(Instant until) -> before.at(before.position().waits(until));
      case StepOutcome.Retry(Problem problem) -> retry(before, problem, now);
      case StepOutcome.Failed(Problem problem) ->
          before.finalising()
              ? retry(before, problem, now)
              : finalise(before, ExecutionStatus.FAILED, problem.code());
    };
  }

  /// Somebody ends it: the finaliser is next. Without effect once it runs or has run.
  Execution cancelled(Execution before, String code) {
    return before.finalising() ? before : finalise(before, ExecutionStatus.CANCELLED, code);
  }

  private static Execution advance(Execution before, String chosen) {
    if (before.finalising()) {
      return before.ended();
    }
    String next = chosen.isEmpty() ? before.current().next() : chosen;
    int index =
        next.isEmpty() ? before.position().step() + 1 : before.definition().index(next);
    Position to = before.position().to(index);
    return to.round() > MOST_ROUNDS
        ? finalise(before, ExecutionStatus.FAILED, ROUNDS.code())
        : before.at(to);
  }

  /// The finaliser is tried until it is done: there is nothing after it to fall back on.
  private Execution retry(Execution before, Problem problem, Instant now) {
    RetryPolicy policy = before.finalising() ? FINALISER_AGAIN : before.current().retry();
    int attempt = before.position().attempt();
    if (attempt > policy.maxRetries() && !before.finalising()) {
      return finalise(before, ExecutionStatus.FAILED, problem.code());
    }
    return before.at(before.position().again(now.plus(policy.pause(attempt, ids.below(100)))));
  }

  private static Execution finalise(Execution before, ExecutionStatus ending, String code) {
    return before.at(before.position().finaliser(before.definition(), ending, code));
  }
}
