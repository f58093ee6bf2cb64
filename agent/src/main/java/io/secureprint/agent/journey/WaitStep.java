// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;

import java.util.function.Consumer;

/// A step that waits until a signal of one name comes, and takes its facts. `begun` hears of each
/// execution that comes to it.
record WaitStep(String type, String awaited, Consumer<String> begun) implements StepHandler {

  @Override
  public StepOutcome begin(StepRun run) {
    begun.accept(run.executionId());
    return StepOutcome.waiting();
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    return signal.name().equals(awaited)
        ? new StepOutcome.Done(signal.facts())
        : StepOutcome.waiting();
  }
}
