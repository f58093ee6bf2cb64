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
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;

/// Goes the way of the first case that holds.
public record SwitchStep(Cel cel) implements StepHandler {
  @Override
  public String type() {
    return Compiler.SWITCH;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    StepOrders orders = StepOrders.of(run.settings());
    JsonObject all = new ExecutionData(run.context()).all();
    if (orders.step().config() instanceof StepConfig.Switch(var cases, String otherwise)) {
      for (StepConfig.Case each : cases) {
        if (cel.holds(each.condition(), all)) {
          return to(orders, each.step());
        }
      }
      return to(orders, otherwise);
    }
    return StepOutcome.done();
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    return StepOutcome.waiting();
  }

  private static StepOutcome to(StepOrders orders, String id) {
    String key = orders.goTo().getOrDefault(id, "");
    return key.isEmpty() ? StepOutcome.done() : new StepOutcome.Chosen(key, Facts.NONE);
  }
}
