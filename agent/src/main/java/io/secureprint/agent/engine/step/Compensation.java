// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.ServerCall;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.kernel.JsonObject;

import java.util.Comparator;
import java.util.List;

/// What has to be undone if it does not end well. It is noted before the server is called, since nobody
/// knows after a crash whether the call came through; a server that refused did nothing.
final class Compensation {
  private static final String OWED = "undo.";
  private static final String STEP = "step";
  private static final String AT = "at";

  private Compensation() {}

  /// Each is noted by itself, since steps run beside each other.
  static void owed(ExecutionData data, WorkflowStep step, StepRun run) {
    if (step.compensation().isPresent()) {
      int at = kept(data).stream().mapToInt(Kept::at).max().orElse(0) + 1;
      data.note(
          OWED + step.id(), JsonObject.of(AT, at).with(STEP, run.settings().members()));
    }
  }

  static void notOwed(ExecutionData data, WorkflowStep step) {
    data.forget(OWED + step.id());
  }

  /// What is to be called, the last that was done first.
  static List<Undo> owed(ExecutionData data) {
    return kept(data).stream()
        .sorted(Comparator.comparingInt(Kept::at).reversed())
        .flatMap(kept -> kept.step().compensation().map(call -> new Undo(kept.step(), call)).stream())
        .toList();
  }

  private static List<Kept> kept(ExecutionData data) {
    return data.notes(OWED).stream().map(Kept::read).toList();
  }

  private record Kept(int at, WorkflowStep step) {
    static Kept read(JsonObject note) {
      int at = note.members().get(AT) instanceof Number number ? number.intValue() : 0;
      return new Kept(at, StepOrders.of(note.object(STEP)).step());
    }
  }

  /// A step and the call that undoes it.
  record Undo(WorkflowStep step, ServerCall call) {}
}
