// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Waits for a time, or for a message by the name that its owner gave it: a program brings it by wanting
/// this step done.
public final class PauseStep implements StepHandler {
  /// The message did not come in time.
  public static final Problem NOTHING_CAME = Problems.of("NOTHING_CAME");

  private final Audience audience;
  private final Pace pace;
  private final Clock clock;

  public PauseStep(Audience audience, Pace pace, Clock clock) {
    this.audience = audience;
    this.pace = pace;
    this.clock = clock;
  }

  @Override
  public String type() {
    return Compiler.PAUSE;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    StepOrders orders = StepOrders.of(run.settings());
    JsonObject all = new ExecutionData(run.context()).all();
    audience.show(new Question(run.executionId(), orders, all, true, Optional.empty()));
    if (isOpenEnded(run)) {
      return pace.wait(run);
    }
    Duration pause = config(run).pause();
    return new StepOutcome.Waiting(clock.instant().plus(pause.isZero() ? Pace.LIFE : pause));
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    String message = config(run).signal();
    if (!message.isEmpty() && Pace.goes(run, signal)) {
      return StepOutcome.done();
    }
    if (isOpenEnded(run)) {
      return pace.other(run, signal);
    }
    if (signal.name().equals(Signal.WAKE)) {
      return message.isEmpty() ? StepOutcome.done() : new StepOutcome.Failed(NOTHING_CAME);
    }
    return new StepOutcome.Still();
  }

  /// Without a time of its own it waits as long as its program wants.
  private static boolean isOpenEnded(StepRun run) {
    return config(run).pause().isZero() && Pace.driven(run);
  }

  private static StepConfig.Wait config(StepRun run) {
    return (StepConfig.Wait) StepOrders.of(run.settings()).step().config();
  }
}
