// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.ExecutionWatch;
import io.secureprint.agent.engine.step.Pace;
import io.secureprint.agent.engine.step.PauseStep;
import io.secureprint.agent.observe.Meters;
import io.secureprint.agent.session.EndReason;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Tells the shop's figures what becomes of executions.
final class ExecutionFigures implements ExecutionWatch {
  /// Of executions that ended because nobody went on with them.
  private static final Set<String> SILENCE =
      Set.of(
          Pace.EXPIRED,
          PauseStep.NOTHING_CAME.code(),
          EndReason.EXPIRED.problem(),
          EndReason.IDLE.problem(),
          EndReason.GONE.problem());

  private final Meters meters;
  private final Function<String, Optional<Execution>> found;

  /// `found` knows the execution beside which another one runs.
  ExecutionFigures(Meters meters, Function<String, Optional<Execution>> found) {
    this.meters = meters;
    this.found = found;
  }

  @Override
  public void stepEnded(Execution execution, String status) {
    String result =
        switch (status) {
          case "DONE" -> "success";
          case "FAILED" -> "failure";
          default -> status.toLowerCase(Locale.ROOT);
        };
    meters.step(whole(execution).definition().name(), result);
  }

  /// The execution of which this one is a branch, or itself.
  private Execution whole(Execution execution) {
    String parent = execution.identity().origin().parentId();
    return parent.isEmpty() ? execution : found.apply(parent).map(this::whole).orElse(execution);
  }

  @Override
  public void ended(Execution execution, Duration took) {
    meters.execution(execution.definition().name(), execution.status().name(), took);
    String code = execution.position().code();
    if (code != null && SILENCE.contains(code)) {
      meters.expiry();
    }
  }
}
