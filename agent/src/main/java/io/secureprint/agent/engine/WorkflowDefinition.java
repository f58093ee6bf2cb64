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
    for (StepDefinition step : steps) {
      if (!step.next().isEmpty()) {
        index(steps, step.next());
      }
    }
  }

  /// Where a step stands; the finaliser stands after all others.
  public int index(String key) {
    return index(steps, key);
  }

  private static int index(List<StepDefinition> steps, String key) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).key().equals(key)) {
        return i;
      }
    }
    if (key.equals(StepDefinition.END)) {
      return steps.size();
    }
    throw new IllegalArgumentException("there is no step " + key);
  }
}
