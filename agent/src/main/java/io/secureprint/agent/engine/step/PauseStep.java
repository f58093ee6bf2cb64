// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Facts;
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

/// Waits for a time, or for a message by the name that its owner gave it.
public final class PauseStep implements StepHandler {
  /// A message has come for an execution; its name is the fact `name`.
  public static final String MESSAGE = "message";
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

  /// The message that this step waits for.
  public static Signal message(StepOrders orders) {
    return new Signal(MESSAGE, Facts.of("name", config(orders).signal()));
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
    StepConfig.Wait config = config(run);
    if (isOpenEnded(run) && !signal.name().equals(MESSAGE)) {
      return pace.other(run, signal);
    }
    if (signal.name().equals(Signal.WAKE)) {
      return config.signal().isEmpty() ? StepOutcome.done() : new StepOutcome.Failed(NOTHING_CAME);
    }
    boolean awaited =
        signal.name().equals(MESSAGE)
            && !config.signal().isEmpty()
            && signal.facts().text("name").filter(config.signal()::equals).isPresent();
    return awaited ? StepOutcome.done() : new StepOutcome.Still();
  }

  /// Without a time of its own it waits as long as its program wants.
  private static boolean isOpenEnded(StepRun run) {
    return config(run).pause().isZero() && Pace.driven(run);
  }

  private static StepConfig.Wait config(StepRun run) {
    return config(StepOrders.of(run.settings()));
  }

  private static StepConfig.Wait config(StepOrders orders) {
    return (StepConfig.Wait) orders.step().config();
  }
}
