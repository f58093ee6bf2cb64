// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A workflow as data: its steps in order, and the finaliser that runs whatever becomes of them. An
/// execution keeps the definition it was started with.
public record WorkflowDefinition(
    String name, int version, List<StepDefinition> steps, StepDefinition finaliser) {
  public WorkflowDefinition {
    steps = List.copyOf(steps);
    if (!name.matches("[a-z][a-z0-9-]{0,39}") || version < 1 || steps.isEmpty()) {
      throw new IllegalArgumentException("not a workflow: " + name + " v" + version);
    }
    Set<String> keys = new HashSet<>(Set.of(finaliser.key()));
    for (StepDefinition step : steps) {
      if (!keys.add(step.key())) {
        throw new IllegalArgumentException("two steps are called " + step.key());
      }
    }
  }
}
