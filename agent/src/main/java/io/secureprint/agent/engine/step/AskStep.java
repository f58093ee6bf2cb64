// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.agent.kernel.form.FieldType;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepFault;
import io.secureprint.agent.kernel.form.StepField;
import io.secureprint.agent.kernel.form.StepRules;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.agent.kernel.form.StepValues;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A step that a person answers. The answer lies in the context before its signal comes, since a signal
/// is written into the database and an answer never.
public final class AskStep implements StepHandler {
  /// There is an answer.
  public static final String INPUT = "input";
  private static final String ACCEPTED = "accepted";
  private static final StepField YES_OR_NO =
      StepField.plain(ACCEPTED, FieldType.YESNO, new StepText("", null), false);
  private static final Problem DECLINED = Problems.of("DECLINED");

  private final Audience audience;
  private final Pace pace;

  public AskStep(Audience audience, Pace pace) {
    this.audience = audience;
    this.pace = pace;
  }

  @Override
  public String type() {
    return Compiler.ASK;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    show(run, StepOrders.of(run.settings()));
    return pace.wait(run);
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    if (!signal.name().equals(INPUT)) {
      return pace.other(run, signal);
    }
    ExecutionData data = new ExecutionData(run.context());
    StepOrders orders = StepOrders.of(run.settings());
    Optional<JsonObject> given = Answers.taken(data, run.stepKey());
    return given.map(input -> answered(run, orders, data, input)).orElseGet(() -> pace.wait(run));
  }

  private StepOutcome answered(
      StepRun run, StepOrders orders, ExecutionData data, JsonObject input) {
    WorkflowStep step = orders.step();
    JsonObject all = data.all();
    List<StepError> errors = wrong(step.config(), input, all);
    if (!errors.isEmpty()) {
      Answers.refuse(data, Refusal.of(errors));
      show(run, orders);
      return pace.wait(run);
    }
    data.replace(step.dataKey(), withFound(step, input, data));
    Answers.settled(data);
    Optional<String> before = Answers.asked(data).filter(asked -> !asked.equals(step.id()));
    Answers.asked(data, step.id());
    boolean declined = Boolean.FALSE.equals(input.members().get(ACCEPTED));
    return declined && step.config() instanceof StepConfig.Confirmation
        ? declined(orders, data, before)
        : StepOutcome.done();
  }

  /// An answer takes the place of the former one, and not of what was found before the question.
  private static JsonObject withFound(WorkflowStep step, JsonObject input, ExecutionData data) {
    JsonObject found = data.of(step.dataKey()).object(WorkflowStep.SERVER);
    return step.callsBefore() && !found.names().isEmpty()
        ? input.with(WorkflowStep.SERVER, found.members())
        : input;
  }

  private static List<StepError> wrong(StepConfig config, JsonObject input, JsonObject all) {
    return switch (config) {
      case StepConfig.Form form when form.fields().isEmpty() -> List.of();
      case StepConfig.Form form -> wrong(form.asked(all), input);
      case StepConfig.Confirmation _ -> wrong(List.of(YES_OR_NO), input);
      default -> List.of();
    };
  }

  /// A program may send what could be no answer to any question.
  private static List<StepError> wrong(List<StepField> asked, JsonObject input) {
    Optional<StepValues> values = values(input.members());
    if (values.isPresent()) {
      return StepRules.check(asked, values.get());
    }
    List<StepError> errors =
        asked.stream()
            .map(StepField::key)
            .filter(
                key -> input.member(key).filter(v -> values(Map.of(key, v)).isEmpty()).isPresent())
            .map(key -> new StepError(key, StepFault.FORM.says()))
            .toList();
    return errors.isEmpty() ? List.of(new StepError("", StepFault.FORM.says())) : errors;
  }

  private static Optional<StepValues> values(Map<String, Object> answers) {
    try {
      return Optional.of(new StepValues(answers));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A no leads back to the question before, and where there is none, out.
  private static StepOutcome declined(
      StepOrders orders, ExecutionData data, Optional<String> before) {
    if (orders.back().isEmpty()) {
      return new StepOutcome.Cancelled(DECLINED);
    }
    Compensation.goesBack(data);
    return new StepOutcome.Chosen(before.orElse(orders.back()), Facts.NONE);
  }

  private void show(StepRun run, StepOrders orders) {
    ExecutionData data = new ExecutionData(run.context());
    audience.show(
        new Question(run.executionId(), orders, data.all(), false, Answers.refusal(data)));
  }
}
