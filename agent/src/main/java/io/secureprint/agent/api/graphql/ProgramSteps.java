// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

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

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Has a step of an execution done, and tells what came of it. A part of a step that was done before is
/// not done again: its result is told.
final class ProgramSteps {
  private static final String NOT_REACHED = "STEP_NOT_REACHED";

  private final Engine engine;
  private final Execution execution;
  private final ExecutionData data;
  private final Context context;
  private final String command;
  private final boolean again;
  private final Patience patience;

  /// `command` names what is wanted once, however often it is asked. Where its program knows it, it may
  /// ask again.
  ProgramSteps(
      Engine engine, Execution execution, Context context, String command, Executions.By by) {
    this.again = by.commandId() != null;
    this.engine = engine;
    this.execution = execution;
    this.context = context;
    this.data = new ExecutionData(context);
    this.command = Sha256.hex(command).substring(0, 32);
    this.patience = by.patience();
  }

  /// What has come of the step: where it said no after its program's patience was over, the program is
  /// told so although it is led back to a step before it.
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
      boolean back = refused.get().equals(NOT_REACHED) && Answers.isRefusedBy(data, wanted.stepId());
      return back ? result(wanted, parts) : failed(refused.get(), now());
    }
    StepResult result = result(wanted, parts);
    boolean waits = !result.shouldProceed() && result.fieldErrors().isEmpty() && result.error() == null;
    if (again && !waits && !now().status().ended()) {
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
        return Optional.of(NOT_REACHED);
      }
      if (!now.status().ended() && now.position().step() == at) {
        Optional<String> inTheWay = drive(part, wanted, now.position().round());
        if (inTheWay.isPresent()) {
          return inTheWay;
        }
        if (!settled(part)) {
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
    List<StepDefinition> all =
        execution.definition().steps().stream()
            .filter(step -> Compiler.stepId(step.key()).equals(wanted.stepId()))
            .toList();
    boolean split = all.stream().anyMatch(ProgramSteps::before);
    return all.stream().filter(step -> wants(wanted, step, split)).toList();
  }

  /// A step without a question that calls once is done at whatever time its program names.
  private static boolean wants(StepInput wanted, StepDefinition step, boolean split) {
    boolean whole =
        !split && step.key().equals(wanted.stepId()) && !step.type().equals(Compiler.ASK);
    boolean timed = before(step) == (wanted.timing() == Timing.BEFORE_STEP);
    return wanted.timing() == Timing.BOTH || whole || timed;
  }

  private static boolean before(StepDefinition step) {
    return StepOrders.of(step.settings()).phase() == StepOrders.Phase.BEFORE;
  }

  /// Where the keys of this execution are not, or there is no room, nobody would ever hear the answer.
  private Optional<String> drive(StepDefinition part, StepInput wanted, int round) {
    try {
      if (part.type().equals(Compiler.ASK)
          && !Answers.give(context, part.key(), JsonObject.copy(wanted.input()))) {
        return Optional.of("CONTEXT_LOST");
      }
    } catch (Context.Full _) {
      return Optional.of("CONTEXT_FULL");
    }
    engine.signal(execution.id(), command + part.key(), push(part, round));
    return Optional.empty();
  }

  /// What moves a step on: its answer, or only the program's wish.
  private static Signal push(StepDefinition part, int round) {
    return part.type().equals(Compiler.ASK)
        ? Signal.of(AskStep.INPUT)
        : Pace.go(part.key(), round);
  }

  /// Whether it rests, waiting for somebody, or has ended. What runs beside each other is waited for.
  private boolean settled(StepDefinition part) {
    return patience.until(engine, execution.id(), now -> {
      boolean branches =
          now.finalising()
              || (part.type().equals(Compiler.PARALLEL) && now.current().key().equals(part.key()));
      return now.status().ended() || (now.position().waiting() && !branches);
    });
  }

  private Execution now() {
    return engine.find(execution.id()).orElse(execution);
  }

  private StepResult result(StepInput wanted, List<StepDefinition> parts) {
    Execution now = now();
    if (now.status() == ExecutionStatus.FAILED || now.status() == ExecutionStatus.CANCELLED) {
      return failed(now);
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
    return new StepResult(true, told.members(), passed(parts, now), null, List.of(), next(now));
  }

  /// False while people, a time or a message are waited for.
  private boolean passed(List<StepDefinition> parts, Execution now) {
    int last = now.definition().index(parts.getLast().key());
    return now.status().ended()
        || now.position().step() > last
        || now.position().round() > execution.position().round();
  }

  /// What became of an execution that did not end well: nothing else is left of it.
  static StepResult failed(Execution ended) {
    return failed(String.valueOf(ended.position().code()), ended);
  }

  private static StepResult failed(String code, Execution now) {
    return new StepResult(false, null, false, code, List.of(), next(now));
  }

  /// The step that is wanted next; null where there is none.
  static @Nullable String next(Execution now) {
    StepDefinition current = now.current();
    boolean own = !now.status().ended() && !now.finalising() && !current.type().equals(Compiler.FINISH);
    return own ? Compiler.stepId(current.key()) : null;
  }

  private static JsonObject json(StepResult result) {
    return JsonObject.parse(
        JsonMapper.shared().writeValueAsBytes(result));
  }

  private static StepResult read(JsonObject json) {
    return JsonMapper.shared().readValue(json.bytes(), StepResult.class);
  }
}
