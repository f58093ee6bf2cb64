// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.api.graphql.Executions.FieldError;
import io.secureprint.agent.api.graphql.Executions.StepInput;
import io.secureprint.agent.api.graphql.Executions.StepResult;
import io.secureprint.agent.api.graphql.Executions.Timing;
import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.Engine;
import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepDefinition;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.step.Answers;
import io.secureprint.agent.engine.step.AskStep;
import io.secureprint.agent.engine.step.ExecutionData;
import io.secureprint.agent.engine.step.Pace;
import io.secureprint.agent.engine.step.Refusal;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Sha256;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Has a step of an execution done, and tells what came of it. A part of a step that was done before is
/// not done again: its result is told.
final class ProgramSteps {
  /// How long a program waits for what a step does before it is told to ask again.
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Engine engine;
  private final Execution execution;
  private final ExecutionData data;
  private final Context context;
  private final String command;

  /// `command` names what is wanted once, however often it is asked.
  ProgramSteps(Engine engine, Execution execution, Context context, String command) {
    this.engine = engine;
    this.execution = execution;
    this.context = context;
    this.data = new ExecutionData(context);
    this.command = Sha256.hex(command.getBytes(UTF_8)).substring(0, 32);
  }

  StepResult run(StepInput wanted) {
    Optional<JsonObject> before = Answers.reply(data, command);
    if (before.isPresent()) {
      return read(before.get());
    }
    List<StepDefinition> parts = parts(wanted);
    if (parts.isEmpty()) {
      return failed("STEP_UNKNOWN", execution);
    }
    Optional<String> refused = drive(parts, wanted);
    if (refused.isPresent()) {
      return failed(refused.get(), now());
    }
    StepResult result = result(wanted, parts);
    if (!now().status().ended()) {
      Answers.reply(data, command, json(result));
    }
    return result;
  }

  /// Has one part done after the other, as long as it goes on; the code of what stands in the way.
  private Optional<String> drive(List<StepDefinition> parts, StepInput wanted) {
    for (StepDefinition part : parts) {
      Execution now = now();
      int at = now.definition().index(part.key());
      if (!now.status().ended() && now.position().step() < at) {
        return Optional.of("STEP_NOT_REACHED");
      }
      if (!now.status().ended() && now.position().step() == at) {
        drive(part, wanted);
        if (!settled()) {
          return Optional.of("STEP_STILL_RUNNING");
        }
        if (!now().status().ended() && now().position().step() <= at) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /// The parts that are wanted: what is done before somebody is asked, and the rest.
  private List<StepDefinition> parts(StepInput wanted) {
    return execution.definition().steps().stream()
        .filter(step -> step.key().replaceFirst("\\..*", "").equals(wanted.stepId()))
        .filter(step -> wants(wanted, step))
        .toList();
  }

  /// A step without a question is done at whatever time its program names.
  private static boolean wants(StepInput wanted, StepDefinition step) {
    boolean whole = step.key().equals(wanted.stepId()) && !step.type().equals(Compiler.ASK);
    boolean timed = before(step) == (wanted.timing() == Timing.BEFORE_STEP);
    return wanted.timing() == Timing.BOTH || whole || timed;
  }

  private static boolean before(StepDefinition step) {
    return StepOrders.of(step.settings()).phase() == StepOrders.Phase.BEFORE;
  }

  private void drive(StepDefinition part, StepInput wanted) {
    boolean asks = part.type().equals(Compiler.ASK);
    if (asks) {
      Answers.give(context, part.key(), JsonObject.copy(wanted.input()));
    }
    engine.signal(
        execution.id(), command + part.key(), Signal.of(asks ? AskStep.INPUT : Pace.GO));
  }

  /// Whether it rests, waiting for somebody, or has ended.
  private boolean settled() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      try {
        engine.quiet(execution.id()).get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException _) {
        return false;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
      Execution now = now();
      if (now.status().ended() || now.position().waiting()) {
        return true;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return false;
  }

  private Execution now() {
    return engine.find(execution.id()).orElse(execution);
  }

  private StepResult result(StepInput wanted, List<StepDefinition> parts) {
    Execution now = now();
    if (now.status() == ExecutionStatus.FAILED || now.status() == ExecutionStatus.CANCELLED) {
      return failed(String.valueOf(now.position().code()), now);
    }
    String dataKey = StepOrders.of(parts.getFirst().settings()).step().dataKey();
    JsonObject found = data.of(dataKey);
    JsonObject told = found.names().isEmpty() ? Answers.result(data, wanted.stepId()) : found;
    Optional<Refusal> refusal = Answers.refusal(data);
    if (refusal.isPresent()) {
      List<FieldError> errors =
          refusal.get().errors().stream()
              .map(error -> new FieldError(error.field(), error.message().en()))
              .toList();
      String message = refusal.get().message().en();
      return new StepResult(
          false, told.members(), false, message.isEmpty() ? null : message, errors, next(now));
    }
    return new StepResult(true, told.members(), true, null, List.of(), next(now));
  }

  private static StepResult failed(String code, Execution now) {
    return new StepResult(false, null, false, code, List.of(), next(now));
  }

  /// The step that is wanted next; null where there is none.
  static @Nullable String next(Execution now) {
    StepDefinition current = now.current();
    boolean own = !now.status().ended() && !now.finalising() && !current.type().equals(Compiler.FINISH);
    return own ? current.key().replaceFirst("\\..*", "") : null;
  }

  private static JsonObject json(StepResult result) {
    return JsonObject.parse(
        JsonMapper.shared().writeValueAsBytes(result));
  }

  private static StepResult read(JsonObject json) {
    return JsonMapper.shared().readValue(json.bytes(), StepResult.class);
  }
}
