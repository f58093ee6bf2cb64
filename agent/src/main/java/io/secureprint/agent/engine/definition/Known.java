// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.DataPath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known when a step begins: the data keys that steps before it have set on every way to it, and
/// those that only some ways set.
final class Known {
  private final List<WorkflowStep> steps;
  private final List<Set<String>> always = new ArrayList<>();
  private final List<Set<String>> sometimes = new ArrayList<>();
  private final Map<String, WorkflowStep> setBy = new HashMap<>();

  /// `ways` must have no cycle; what nothing leads to knows nothing.
  Known(List<WorkflowStep> steps, Ways ways) {
    this.steps = steps;
    steps.forEach(step -> setBy.putAll(keys(step)));
    for (int i = 0; i <= steps.size(); i++) {
      always.add(i == 0 ? new HashSet<>() : new HashSet<>(setBy.keySet()));
      sometimes.add(new HashSet<>());
    }
    // One pass for each step is enough: the longest way has no more steps than there are.
    for (int pass = 0; pass < steps.size(); pass++) {
      for (int i = 1; i <= steps.size(); i++) {
        join(i, ways);
      }
    }
  }

  /// What is wrong with a path at this step; empty when nothing is.
  Optional<Finding.Kind> wrong(int step, DataPath path) {
    String root = path.root();
    if (root.equals(PublishCheck.CONTEXT)) {
      return Optional.empty();
    }
    boolean ever = sometimes.get(step).contains(root) || always.get(step).contains(root);
    if (!ever || unknownMember(path)) {
      return Optional.of(Finding.Kind.UNKNOWN_PATH);
    }
    return always.get(step).contains(root)
        ? Optional.empty()
        : Optional.of(Finding.Kind.NOT_ALWAYS_KNOWN);
  }

  /// The names that a condition at this step may use.
  Set<String> roots(int step) {
    Set<String> roots = new HashSet<>(sometimes.get(step));
    roots.addAll(always.get(step));
    roots.add(PublishCheck.CONTEXT);
    return roots;
  }

  /// Whether a question of this step may show it although the step only begins: what its server said
  /// before.
  boolean found(int step, DataPath path) {
    return hearsBefore(step) && path.root().equals(steps.get(step).dataKey()) && ofServer(path);
  }

  /// Whether its server has answered before the step asks.
  boolean hearsBefore(int step) {
    WorkflowStep own = steps.get(step);
    return own.type().asks()
        && own.callsBefore()
        && own.mode() != StepExecutionMode.SERVER_ASYNC;
  }

  /// Only forms of our own say what they ask for.
  private boolean unknownMember(DataPath path) {
    WorkflowStep step = setBy.get(path.root());
    return step != null
        && step.config() instanceof StepConfig.Form form
        && form.formId().isEmpty()
        && !(step.call().isPresent() && ofServer(path))
        && (path.names().size() < 2
            || form.fields().stream().noneMatch(field -> field.key().equals(path.names().get(1))));
  }

  private static boolean ofServer(DataPath path) {
    return path.names().size() > 1 && path.names().get(1).equals(WorkflowStep.SERVER);
  }

  private void join(int i, Ways ways) {
    var before = ways.leadingTo(i);
    if (before.isEmpty()) {
      always.get(i).clear();
      return;
    }
    for (int from : before) {
      Set<String> after = new HashSet<>(always.get(from));
      after.addAll(keys(steps.get(from)).keySet());
      always.get(i).retainAll(after);
      sometimes.get(i).addAll(sometimes.get(from));
      sometimes.get(i).addAll(after);
    }
  }

  private static Map<String, WorkflowStep> keys(WorkflowStep step) {
    Map<String, WorkflowStep> keys = new HashMap<>();
    if (!step.dataKey().isEmpty()) {
      keys.put(step.dataKey(), step);
    }
    if (step.config() instanceof StepConfig.Parallel(var branches)) {
      branches.forEach(branch -> branch.forEach(inner -> keys.putAll(keys(inner))));
    }
    return keys;
  }
}
