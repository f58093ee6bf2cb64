// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ways through a workflow: from each step to those that may follow. The end is the number of steps.
final class Ways {
  private final List<WorkflowStep> steps;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<Set<Integer>> following = new ArrayList<>();

  Ways(List<WorkflowStep> steps) {
    this.steps = steps;
    for (int i = 0; i < steps.size(); i++) {
      index.put(steps.get(i).id(), i);
    }
    for (int i = 0; i < steps.size(); i++) {
      following.add(after(i));
    }
  }

  /// Where the step of this id stands; empty when there is none.
  Optional<Integer> find(String id) {
    return id.equals(WorkflowStep.END)
        ? Optional.of(steps.size())
        : Optional.ofNullable(index.get(id));
  }

  Set<Integer> following(int step) {
    return following.get(step);
  }

  /// Steps to which a way leads from the first.
  Set<Integer> reachable() {
    return reachableWithout(-1);
  }

  /// Steps, and maybe the end, to which a way leads that does not pass `left`.
  Set<Integer> reachableWithout(int left) {
    Set<Integer> seen = new HashSet<>();
    walk(0, left, seen);
    return seen;
  }

  /// A step from which a way leads back to itself.
  Optional<Integer> cycle() {
    for (int i = 0; i < steps.size(); i++) {
      Set<Integer> seen = new HashSet<>();
      for (int next : following(i)) {
        walk(next, -1, seen);
      }
      if (seen.contains(i)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private void walk(int from, int left, Set<Integer> seen) {
    if (from == left || !seen.add(from) || from >= steps.size()) {
      return;
    }
    following(from).forEach(next -> walk(next, left, seen));
  }

  private Set<Integer> after(int i) {
    WorkflowStep step = steps.get(i);
    int usual = step.next().isEmpty() ? i + 1 : find(step.next()).orElse(i + 1);
    Set<Integer> after = new HashSet<>();
    if (step.config() instanceof StepConfig.Switch(var cases, String otherwise)) {
      cases.forEach(each -> find(each.step()).ifPresent(after::add));
      after.add(otherwise.isEmpty() ? usual : find(otherwise).orElse(usual));
    } else {
      after.add(usual);
    }
    return after;
  }

  Collection<Integer> leadingTo(int step) {
    List<Integer> before = new ArrayList<>();
    for (int i = 0; i < following.size(); i++) {
      if (following.get(i).contains(step)) {
        before.add(i);
      }
    }
    return before;
  }
}
