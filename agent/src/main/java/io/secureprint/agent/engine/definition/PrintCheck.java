// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import static io.secureprint.agent.engine.definition.PublishCheck.at;

import io.secureprint.agent.engine.definition.Finding.Kind;

import java.util.ArrayList;
import java.util.List;

/// What no owner's workflow may do to a print: leave a part of it out, change its order, or ask the
/// customer something while money or paper is under way.
final class PrintCheck {
  private static final List<StepType> ORDER =
      List.of(StepType.PRINT_OPTIONS, StepType.PRINT_PAYMENT, StepType.PRINT_OUTPUT);

  private final Workflow workflow;
  private final Ways ways;
  private final List<Finding> findings;

  PrintCheck(Workflow workflow, Ways ways, List<Finding> findings) {
    this.workflow = workflow;
    this.ways = ways;
    this.findings = findings;
  }

  void run() {
    List<Integer> prints = new ArrayList<>();
    for (int i = 0; i < workflow.steps().size(); i++) {
      if (workflow.steps().get(i).type().prints()) {
        prints.add(i);
      }
    }
    List<StepType> found = prints.stream().map(i -> workflow.steps().get(i).type()).toList();
    if (!found.equals(ORDER)) {
      findings.add(Finding.of("steps", Kind.PRINT_STEPS));
      return;
    }
    for (int i : prints) {
      if (ways.reachableWithout(i).contains(workflow.steps().size())) {
        findings.add(Finding.of(at(i), Kind.PRINT_SKIPPED, workflow.steps().get(i).type().name()));
      }
    }
    places(prints.getFirst(), prints.getLast());
  }

  /// Between the options and the last sheet there is money and paper; after it there is nobody to ask.
  private void places(int options, int output) {
    for (int i = 0; i < workflow.steps().size(); i++) {
      WorkflowStep step = workflow.steps().get(i);
      boolean between = i > options && i < output && !step.type().prints();
      boolean asksLate = i > output && !step.type().alone();
      if (between || asksLate) {
        findings.add(Finding.of(at(i) + ".type", Kind.NOT_HERE, step.type().name()));
      }
    }
  }
}
