// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import static io.secureprint.agent.engine.definition.PublishCheck.at;

import io.secureprint.agent.engine.definition.Finding.Kind;

import java.util.List;
import java.util.regex.Pattern;

/// What a step must say of itself, so that it cannot fail for that when a customer comes to it.
final class StepCheck {
  /// As the board wants the kinds of its tasks.
  private static final Pattern TASK_TYPE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  private final Workflow workflow;
  private final List<Finding> findings;

  StepCheck(Workflow workflow, List<Finding> findings) {
    this.workflow = workflow;
    this.findings = findings;
  }

  void run() {
    for (int i = 0; i < workflow.steps().size(); i++) {
      WorkflowStep step = workflow.steps().get(i);
      if (workflow.kind() == WorkflowKind.PRINT && step.id().equals(Compiler.PRINT_FINALISER)) {
        findings.add(Finding.of(at(i) + ".id", Kind.TWICE, step.id()));
      }
      step(step, at(i), false);
    }
  }

  /// `beside` others it is called once, and nobody finds it with a message.
  private void step(WorkflowStep step, String where, boolean beside) {
    if (beside && step.call().isPresent() && step.timing() == TriggerTiming.BOTH) {
      findings.add(
          Finding.of(where + ".triggerTiming", Kind.NOT_ONE_OF, "BEFORE_STEP, AFTER_STEP"));
    }
    switch (step.config()) {
      case StepConfig.Card card -> card(card, where + ".config");
      case StepConfig.Wait wait -> waits(wait, where + ".config", beside);
      case StepConfig.Parallel(var branches) -> {
        for (int b = 0; b < branches.size(); b++) {
          for (int s = 0; s < branches.get(b).size(); s++) {
            String at = where + ".config.branches[" + b + "].steps[" + s + "]";
            step(branches.get(b).get(s), at, true);
          }
        }
      }
      default -> {}
    }
  }

  /// A card's title stands on the board without what customers said.
  private void card(StepConfig.Card card, String where) {
    if (!TASK_TYPE.matcher(card.taskType()).matches()) {
      findings.add(Finding.of(where + ".taskType", Kind.NO_TASK_TYPE, card.taskType()));
    }
    if (card.area().isBlank() || !card.area().strip().equals(card.area())) {
      findings.add(Finding.of(where + ".area", Kind.MISSING));
    }
    if (!card.title().paths().isEmpty()) {
      findings.add(Finding.of(where + ".title", Kind.NO_DATA_HERE));
    }
  }

  /// A customer of the shop sends no messages.
  private void waits(StepConfig.Wait wait, String where, boolean beside) {
    if (!wait.signal().isEmpty() && workflow.kind() == WorkflowKind.PRINT) {
      findings.add(Finding.of(where + ".signal", Kind.NOT_HERE, "WAIT"));
    } else if (!wait.signal().isEmpty() && beside) {
      findings.add(Finding.of(where + ".signal", Kind.NO_MESSAGE_HERE));
    }
    if (wait.signal().isEmpty() && wait.pause().isZero()) {
      findings.add(Finding.of(where + ".pauseMs", Kind.MISSING));
    }
  }
}
