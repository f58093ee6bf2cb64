// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;

/// A finaliser before which the cards are taken off the board for which the execution still waited: the
/// shop does not work for somebody who has left. A branch's are its parent's.
public record CardsWithdrawn(StepHandler finaliser, WorkBoard board) implements StepHandler {
  @Override
  public String type() {
    return finaliser.type();
  }

  @Override
  public StepOutcome begin(StepRun run) {
    if (!run.branch()) {
      CardStep.withdraw(run, board);
    }
    return finaliser.begin(run);
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    return finaliser.signal(run, signal);
  }
}
