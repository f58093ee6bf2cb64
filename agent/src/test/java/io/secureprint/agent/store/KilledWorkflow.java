// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Effect;
import io.secureprint.agent.engine.EffectLedger;
import io.secureprint.agent.engine.EffectState;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepDefinition;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.kernel.Problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What the engine runs while it is killed: work, effects on an outside world that can be asked what
/// happened (`asked`) and on one that cannot (`blind`), a wait for a signal, a timer, a retry.
final class KilledWorkflow {
  static final List<String> EFFECTS = List.of("asked", "blind");
  private static final List<String> STEPS =
      List.of("work", "asked", "wait", "blind", "flaky", "nap", "asked.again");
  private static final Problem PASSING =
      new Problem(
          "PASSING", Problem.Category.INTERNAL, Problem.Severity.LOW, Problem.Recovery.RETRY);
  private static final Problem IN_DOUBT =
      new Problem(
          "IN_DOUBT", Problem.Category.INTERNAL, Problem.Severity.HIGH, Problem.Recovery.ASK);

  private KilledWorkflow() {}

  /// With all that there is, or without what takes its time.
  static WorkflowDefinition definition(boolean slow) {
    List<StepDefinition> steps =
        STEPS.stream()
            .filter(step -> slow || !List.of("flaky", "nap").contains(step))
            .map(KilledWorkflow::step)
            .toList();
    return new WorkflowDefinition(slow ? "slow" : "quick", 1, steps, step("asked.end"));
  }

  private static StepDefinition step(String key) {
    return new StepDefinition(
        key,
        key.replaceFirst("[.].*", ""),
        new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5)));
  }

  /// Without a ledger, effects happen whenever their step is run.
  static List<StepHandler> handlers(EffectLedger ledger, OutsideWorld world, boolean useLedger) {
    return Stream.of("work", "wait", "flaky", "nap", "asked", "blind")
        .<StepHandler>map(type -> new Handler(type, ledger, world, useLedger))
        .toList();
  }

  private record Handler(String type, EffectLedger ledger, OutsideWorld world, boolean useLedger)
      implements StepHandler {
    @Override
    public StepOutcome begin(StepRun run) {
      return switch (type) {
        case "wait" -> StepOutcome.waiting();
        case "nap" -> new StepOutcome.Waiting(Instant.now().plusMillis(20));
        case "flaky" ->
            run.attempt() < 3 ? new StepOutcome.Retry(PASSING) : StepOutcome.done();
        case "asked", "blind" -> effect(run);
        default -> new StepOutcome.Done(Facts.of(run.stepKey(), run.attempt()));
      };
    }

    @Override
    public StepOutcome signal(StepRun run, Signal signal) {
      return new StepOutcome.Done(Facts.of(type, signal.name()));
    }

    private StepOutcome effect(StepRun run) {
      String key = run.executionId() + "/" + run.stepKey();
      if (!useLedger) {
        world.happen(key);
        return StepOutcome.done();
      }
      Effect effect = ledger.open(key, run.executionId(), type);
      return switch (effect.state()) {
        case PREPARING -> happen(moved(effect, EffectState.PREPARED));
        case PREPARED -> happen(effect);
        case COMMITTING -> found(effect);
        case DONE -> StepOutcome.done();
        case ABORTED, IN_DOUBT -> new StepOutcome.Failed(IN_DOUBT);
      };
    }

    private StepOutcome happen(Effect prepared) {
      Effect committing = moved(prepared, EffectState.COMMITTING);
      world.happen(committing.key());
      var _ = moved(committing, EffectState.DONE);
      return StepOutcome.done();
    }

    /// A former life may have done it, and may not.
    private StepOutcome found(Effect committing) {
      if (type.equals("blind")) {
        var _ = moved(committing, EffectState.IN_DOUBT);
        return new StepOutcome.Failed(IN_DOUBT);
      }
      if (!world.has(committing.key())) {
        world.happen(committing.key());
      }
      var _ = moved(committing, EffectState.DONE);
      return StepOutcome.done();
    }

    private Effect moved(Effect effect, EffectState to) {
      return ledger.move(effect, to, effect.outsideName(), Facts.NONE);
    }
  }
}
