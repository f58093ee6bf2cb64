// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import io.secureprint.agent.api.graphql.EngineExecutions.Ports;
import io.secureprint.agent.api.graphql.Executions.Execution;
import io.secureprint.agent.api.graphql.Executions.Mode;
import io.secureprint.agent.api.graphql.Executions.Status;
import io.secureprint.agent.api.graphql.Executions.Step;
import io.secureprint.agent.api.graphql.Executions.Timing;
import io.secureprint.agent.engine.definition.Workflow;
import io.secureprint.agent.engine.definition.WorkflowReader;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.engine.step.ExecutionData;
import io.secureprint.agent.kernel.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Executions as their owner sees them.
final class ExecutionViews {
  private final Ports ports;

  ExecutionViews(Ports ports) {
    this.ports = ports;
  }

  Optional<Execution> of(String subject, String id) {
    return ports.engine().find(id)
        .filter(found -> found.identity().origin().subject().equals(subject))
        .map(this::view);
  }

  private Execution view(io.secureprint.agent.engine.Execution found) {
    boolean ended = found.status().ended();
    JsonObject known = new ExecutionData(ports.contexts().of(found.id())).flat();
    return new Execution(
        found.id(),
        found.identity().sessionId(),
        Status.valueOf(found.status().name()),
        workflow(found),
        found.identity().origin().subject(),
        found.identity().origin().pageId(),
        ProgramSteps.next(found),
        ended ? null : known.members(),
        ports.runs().result(found.id()).map(JsonObject::members).orElse(null),
        ended ? found.position().code() : null,
        found.identity().startedAt(),
        ports.runs().endedAt(found.id()).orElse(null));
  }

  private Executions.Workflow workflow(io.secureprint.agent.engine.Execution found) {
    String slug = found.definition().name();
    int version = found.definition().version();
    JsonObject text = ports.shelf().snapshot(slug, version).orElse(JsonObject.EMPTY);
    Workflow workflow = WorkflowReader.read(text).workflow();
    List<Step> steps = new ArrayList<>();
    for (WorkflowStep step : workflow.steps()) {
      steps.add(step(step, steps.size()));
    }
    return new Executions.Workflow(slug, workflow.name(), version, steps);
  }

  private static Step step(WorkflowStep step, int order) {
    return new Step(
        step.id(),
        step.type().name(),
        step.label().in(JsonObject.EMPTY).en(),
        order,
        Mode.valueOf(step.mode().name()),
        step.call().isPresent() ? Timing.valueOf(step.timing().name()) : null,
        step.source().object("config").members());
  }
}
