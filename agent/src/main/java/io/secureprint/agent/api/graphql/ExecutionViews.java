// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import io.secureprint.agent.api.graphql.EngineExecutions.Ports;
import io.secureprint.agent.api.graphql.Executions.Execution;
import io.secureprint.agent.api.graphql.Executions.Mode;
import io.secureprint.agent.api.graphql.Executions.Status;
import io.secureprint.agent.api.graphql.Executions.Step;
import io.secureprint.agent.api.graphql.Executions.Timing;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.StepDefinition;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.Workflow;
import io.secureprint.agent.engine.definition.WorkflowReader;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.engine.step.ExecutionData;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Template;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Executions as their owner sees them.
final class ExecutionViews {
  /// What people read of a step, in its `config`.
  private static final Set<String> READ = Set.of("title", "message");

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
    return new Execution(
        found.id(),
        found.identity().sessionId(),
        Status.valueOf(found.status().name()),
        () -> workflow(found),
        found.identity().origin().subject(),
        found.identity().origin().pageId(),
        ProgramSteps.next(found),
        () -> ended ? null : data(found).flat().members(),
        () -> ports.runs().result(found.id()).map(JsonObject::members).orElse(null),
        ended ? why(found) : null,
        expiresAt(found),
        found.identity().startedAt(),
        ports.runs().endedAt(found.id()).orElse(null));
  }

  private @Nullable String why(io.secureprint.agent.engine.Execution ended) {
    return ended.status() == ExecutionStatus.CANCELLED
        ? ports.runs().cancelReason(ended.id()).orElse(ended.position().code())
        : ended.position().code();
  }

  /// While a step waits for its program; what waits for a time of its own, or for what is to be undone,
  /// does not.
  private static @Nullable Instant expiresAt(io.secureprint.agent.engine.Execution found) {
    boolean waits = found.position().waiting() && !found.finalising() && !isTimed(found.current());
    return waits ? found.position().wakeAt() : null;
  }

  private static boolean isTimed(StepDefinition step) {
    return step.type().equals(Compiler.PAUSE)
        && StepOrders.of(step.settings()).step().config() instanceof StepConfig.Wait(Duration pause, _)
        && !pause.isZero();
  }

  private Executions.Workflow workflow(io.secureprint.agent.engine.Execution found) {
    String slug = found.definition().name();
    int version = found.definition().version();
    JsonObject text = ports.shelf().snapshot(slug, version).orElse(JsonObject.EMPTY);
    Workflow workflow = WorkflowReader.read(text).workflow();
    List<Step> steps = new ArrayList<>();
    for (WorkflowStep step : workflow.steps()) {
      boolean current = step.id().equals(ProgramSteps.next(found));
      Supplier<@Nullable Object> config =
          () -> current ? filled(step, data(found).all()) : config(step).members();
      steps.add(step(step, steps.size(), config));
    }
    return new Executions.Workflow(slug, workflow.name(), version, steps);
  }

  private ExecutionData data(io.secureprint.agent.engine.Execution found) {
    return new ExecutionData(ports.contexts().of(found.id()));
  }

  private static JsonObject config(WorkflowStep step) {
    return step.source().object("config");
  }

  /// What the person who is asked now reads, with what is known in the places of its templates.
  private static Map<String, Object> filled(WorkflowStep step, JsonObject known) {
    Map<String, Object> config = new LinkedHashMap<>(config(step).members());
    READ.forEach(name -> config.computeIfPresent(name, (_, text) -> filled(text, known)));
    return config;
  }

  /// One text for both languages, or one for each.
  private static Object filled(Object text, JsonObject known) {
    return switch (text) {
      case String template -> Template.of(template).in(known);
      case Map<?, ?> languages -> {
        Map<Object, Object> each = new LinkedHashMap<>(languages);
        each.replaceAll((_, template) -> filled(template, known));
        yield each;
      }
      default -> text;
    };
  }

  private static Step step(WorkflowStep step, int order, Supplier<@Nullable Object> config) {
    return new Step(
        step.id(),
        step.type().name(),
        step.label().in(JsonObject.EMPTY).en(),
        order,
        Mode.valueOf(step.mode().name()),
        step.call().isPresent() ? Timing.valueOf(step.timing().name()) : null,
        config);
  }
}
