// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.kernel.Problems;

import java.time.Clock;
import java.time.Duration;

/// Who drives an execution. One that a program drives does nothing before the program says so, and ends
/// when the program is silent for an hour; each command begins the hour anew. One that the shop drives
/// goes on by itself.
public final class Pace {
  /// How long a program may be silent.
  public static final Duration LIFE = Duration.ofHours(1);
  private static final String GO = "go";
  private static final String STEP = "step";
  private static final String ROUND = "round";
  private static final String DRIVER = "driver";
  private static final String PROGRAM = "program";
  /// The code of an execution that ended because its program was silent.
  public static final String EXPIRED = "EXECUTION_EXPIRED";

  private final Clock clock;

  public Pace(Clock clock) {
    this.clock = clock;
  }

  /// The fact of an execution that a program drives.
  public static Facts byProgram() {
    return Facts.of(DRIVER, PROGRAM);
  }

  /// The program wants this step done, in this round.
  public static Signal go(String step, int round) {
    return new Signal(GO, Facts.of(STEP, step).and(ROUND, round));
  }

  /// Whether the present step is wanted: what was wanted of a former one is no wish for the next.
  static boolean goes(StepRun run, Signal signal) {
    return signal.name().equals(GO)
        && signal.facts().text(STEP).filter(run.stepKey()::equals).isPresent()
        && signal.facts().number(ROUND) == run.round();
  }

  static boolean driven(StepRun run) {
    return run.facts().text(DRIVER).filter(PROGRAM::equals).isPresent();
  }

  /// Until something comes, or the program has been silent for too long.
  StepOutcome wait(StepRun run) {
    return driven(run)
        ? new StepOutcome.Waiting(clock.instant().plus(LIFE))
        : StepOutcome.waiting();
  }

  /// What is to be done about a signal that is not the step's own.
  StepOutcome other(StepRun run, Signal signal) {
    if (signal.name().equals(CardStep.CARD)) {
      // Anybody may put a card beside an execution, and lengthens its life by nothing.
      return new StepOutcome.Still();
    }
    return signal.name().equals(Signal.WAKE) && driven(run)
        ? new StepOutcome.Cancelled(Problems.of(EXPIRED))
        : wait(run);
  }
}
