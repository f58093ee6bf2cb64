// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.engine.definition.Finding.Kind;
import io.secureprint.agent.engine.definition.WorkflowReader.Reading;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.DataPath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a workflow must be before customers meet it: every way ends, every step is on one, and whatever
/// a step names is known when it comes to it.
public final class PublishCheck {
  /// The data key of what an execution was started with.
  public static final String CONTEXT = "context";

  private final Cel conditions;

  public PublishCheck(Cel conditions) {
    this.conditions = conditions;
  }

  /// Everything that is wrong, what the reader found first.
  public List<Finding> check(Reading reading) {
    List<Finding> findings = new ArrayList<>(reading.findings());
    Workflow workflow = reading.workflow();
    Ways ways = new Ways(workflow.steps());
    targets(workflow, ways, findings);
    unreachable(workflow, ways, findings);
    ways.cycle()
        .ifPresentOrElse(
            step ->
                findings.add(
                    Finding.of(at(step), Kind.CYCLE, workflow.steps().get(step).id())),
            () -> new PathCheck(workflow, ways, conditions, findings).run());
    if (workflow.kind() == WorkflowKind.PRINT) {
      new PrintCheck(workflow, ways, findings).run();
    }
    new StepCheck(workflow, findings).run();
    for (int i = 0; i < workflow.steps().size(); i++) {
      step(workflow, i, findings);
    }
    return List.copyOf(findings);
  }

  private static void targets(Workflow workflow, Ways ways, List<Finding> findings) {
    for (int i = 0; i < workflow.steps().size(); i++) {
      WorkflowStep step = workflow.steps().get(i);
      missing(step.next(), at(i) + ".next", ways, findings);
      if (step.config() instanceof StepConfig.Switch(var cases, String otherwise)) {
        missing(otherwise, at(i) + ".config.otherwise", ways, findings);
        for (int c = 0; c < cases.size(); c++) {
          missing(cases.get(c).step(), at(i) + ".config.cases[" + c + "].goTo", ways, findings);
        }
      }
    }
  }

  private static void missing(String id, String where, Ways ways, Collection<Finding> findings) {
    if (!id.isEmpty() && ways.find(id).isEmpty()) {
      findings.add(Finding.of(where, Kind.UNKNOWN_STEP, id));
    }
  }

  private static void unreachable(Workflow workflow, Ways ways, List<Finding> findings) {
    Set<Integer> reachable = ways.reachable();
    for (int i = 0; i < workflow.steps().size(); i++) {
      if (!reachable.contains(i)) {
        findings.add(Finding.of(at(i), Kind.UNREACHABLE));
      }
    }
  }

  private static void step(Workflow workflow, int index, List<Finding> findings) {
    WorkflowStep step = workflow.steps().get(index);
    boolean finds = step.type() == StepType.FORM || step.type() == StepType.VALIDATION;
    if (finds && step.dataKey().isEmpty()) {
      findings.add(Finding.of(at(index) + ".config.dataKey", Kind.NO_DATA_KEY));
    }
    if (step.dataKey().equals(CONTEXT)) {
      findings.add(Finding.of(at(index) + ".config.dataKey", Kind.TWICE, CONTEXT));
    }
    if (step.type() == StepType.API_CALL && step.call().isEmpty()) {
      findings.add(Finding.of(at(index) + ".triggerEndpoint", Kind.NO_ENDPOINT));
    }
    if (step.mode() == StepExecutionMode.CLIENT_ONLY && step.call().isPresent()) {
      findings.add(
          Finding.of(at(index) + ".executionMode", Kind.NOT_ONE_OF, "SERVER_SYNC, SERVER_ASYNC, SERVER_VALIDATION"));
    }
    if (step.config() instanceof StepConfig.Parallel(var branches)) {
      alone(branches, at(index), findings);
    }
  }

  private static void alone(
      List<List<WorkflowStep>> branches, String where, List<Finding> findings) {
    Set<String> ids = new HashSet<>();
    for (int b = 0; b < branches.size(); b++) {
      for (int s = 0; s < branches.get(b).size(); s++) {
        WorkflowStep step = branches.get(b).get(s);
        String at = where + ".config.branches[" + b + "].steps[" + s + "]";
        if (!step.type().alone()) {
          findings.add(Finding.of(at + ".type", Kind.NOT_ALONE, step.type().name()));
        }
        if (!ids.add(step.id())) {
          findings.add(Finding.of(at + ".id", Kind.TWICE, step.id()));
        }
      }
    }
    if (branches.size() < 2) {
      findings.add(Finding.of(where + ".config.branches", Kind.MISSING));
    }
  }

  static String at(int step) {
    return "steps[" + step + "]";
  }

  /// A path that is not known, or not always.
  static void path(
      Known known, int step, DataPath path, String where, Collection<Finding> findings) {
    known.wrong(step, path).ifPresent(
        kind -> findings.add(Finding.of(where, kind, path.toString())));
  }
}
