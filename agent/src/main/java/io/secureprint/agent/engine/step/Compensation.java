// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.ServerCall;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.kernel.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What has to be undone if it does not end well. It is noted before the server is called, since nobody
/// knows after a crash whether the call came through; a server that refused did nothing.
final class Compensation {
  private static final String OWED = "undo";
  private static final String STEPS = "steps";

  private Compensation() {}

  static void owed(ExecutionData data, WorkflowStep step, StepRun run) {
    if (step.compensation().isPresent()) {
      notOwed(data, step);
      List<Object> steps = steps(data);
      steps.addFirst(run.settings().members());
      data.note(OWED, JsonObject.of(STEPS, steps));
    }
  }

  static void notOwed(ExecutionData data, WorkflowStep step) {
    List<Object> steps = steps(data);
    if (steps.removeIf(each -> orders(each).step().id().equals(step.id()))) {
      data.note(OWED, JsonObject.of(STEPS, steps));
    }
  }

  /// What is to be called, the last that was done first.
  static List<Undo> owed(ExecutionData data) {
    List<Undo> undos = new ArrayList<>();
    for (Object each : steps(data)) {
      WorkflowStep step = orders(each).step();
      step.compensation().ifPresent(call -> undos.add(new Undo(step, call)));
    }
    return undos;
  }

  private static StepOrders orders(Object settings) {
    return StepOrders.of(JsonObject.of("s", settings).object("s"));
  }

  private static List<Object> steps(ExecutionData data) {
    Object kept =
        data.note(OWED).map(JsonObject::members).orElse(Map.of()).getOrDefault(STEPS, List.of());
    return new ArrayList<>((List<?>) kept);
  }

  /// A step and the call that undoes it.
  record Undo(WorkflowStep step, ServerCall call) {}
}
