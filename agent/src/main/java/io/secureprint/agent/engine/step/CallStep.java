// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.ServerCall;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.StepType;
import io.secureprint.agent.engine.definition.WorkflowStep;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.agent.kernel.form.StepError;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at the rules of a step and calls its server. What is not right leads back to the question whose
/// answer it was.
public final class CallStep implements StepHandler {
  private static final String GONE = "go.";
  private static final Problem REFUSED = Problems.of("ANSWER_REFUSED");

  private final Servers servers;
  private final Audience audience;
  private final Cel cel;
  private final Pace pace;

  public CallStep(Servers servers, Audience audience, Cel cel, Pace pace) {
    this.servers = servers;
    this.audience = audience;
    this.cel = cel;
    this.pace = pace;
  }

  @Override
  public String type() {
    return Compiler.CALL;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    boolean waits = Pace.driven(run) && run.context().get(GONE + run.stepKey()).isEmpty();
    return waits ? pace.wait(run) : call(run);
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    if (!Pace.goes(run, signal)) {
      return pace.other(run, signal);
    }
    return call(run);
  }

  /// A server is told nothing where nothing is known any more.
  private StepOutcome call(StepRun run) {
    if (!run.context().put(GONE + run.stepKey(), new byte[0])) {
      return new StepOutcome.Failed(ExecutionData.LOST);
    }
    StepOrders orders = StepOrders.of(run.settings());
    ExecutionData data = new ExecutionData(run.context());
    Optional<Refusal> broken = broken(orders, data.all());
    if (broken.isPresent()) {
      return refused(run, orders, data, broken.get());
    }
    Optional<ServerCall> call = orders.step().call();
    if (call.isEmpty()) {
      return found(run, orders, data, JsonObject.EMPTY);
    }
    audience.show(new Question(run.executionId(), orders, data.all(), true, Optional.empty()));
    Compensation.owed(data, orders, run);
    return switch (servers.call(request(run, orders, call.get(), data))) {
      case Servers.Reply.Answered(JsonObject body) -> answered(run, orders, data, body);
      case Servers.Reply.Refused(_, JsonObject body) -> {
        Compensation.notOwed(data, orders, run);
        yield refused(run, orders, data, ServerWords.refusal(body, orders.step().dataKey()));
      }
      case Servers.Reply.Failed(Problem problem, boolean passing) ->
          failed(run, orders, problem, passing);
    };
  }

  /// A customer who prints does not go without sheets because a server is away.
  private static StepOutcome failed(
      StepRun run, StepOrders orders, Problem problem, boolean passing) {
    if (passing && run.attempt() <= run.step().retry().maxRetries()) {
      return new StepOutcome.Retry(problem);
    }
    return orders.goesOn() ? StepOutcome.done() : new StepOutcome.Failed(problem);
  }

  private StepOutcome answered(
      StepRun run, StepOrders orders, ExecutionData data, JsonObject body) {
    boolean proceed = ServerWords.proceeds(body);
    if (!proceed) {
      Compensation.notOwed(data, orders, run);
      data.add(orders.step().dataKey(), under(orders, body));
      return refused(run, orders, data, ServerWords.refusal(body, orders.step().dataKey()));
    }
    return found(run, orders, data, body);
  }

  private static StepOutcome found(
      StepRun run, StepOrders orders, ExecutionData data, JsonObject body) {
    JsonObject result =
        orders.step().config() instanceof StepConfig.Validation(_, var shows)
            ? new JsonObject(shows).merged(body)
            : body;
    run.context().remove(GONE + run.stepKey());
    Answers.settled(data);
    Answers.result(data, orders.step().id(), result);
    Compensation.found(data, orders, run, under(orders, result));
    return data.add(orders.step().dataKey(), under(orders, result))
        ? StepOutcome.done()
        : new StepOutcome.Failed(ExecutionData.LOST);
  }

  private static JsonObject under(StepOrders orders, JsonObject result) {
    return orders.step().type().asks() ? JsonObject.of(WorkflowStep.SERVER, result.members()) : result;
  }

  /// A check that nobody's answer came before is put right by the program, which has it done again.
  private StepOutcome refused(
      StepRun run, StepOrders orders, ExecutionData data, Refusal refusal) {
    run.context().remove(GONE + run.stepKey());
    if (!orders.back().isEmpty()) {
      Answers.refuse(data, refusal, orders.step().id());
      Compensation.goesBack(data);
      return new StepOutcome.Chosen(Answers.asked(data).orElse(orders.back()), Facts.NONE);
    }
    if (orders.goesOn()) {
      return StepOutcome.done();
    }
    if (Pace.driven(run) && orders.step().type() == StepType.VALIDATION) {
      Answers.refuse(data, refusal, orders.step().id());
      return pace.wait(run);
    }
    return new StepOutcome.Failed(REFUSED);
  }

  /// A server is asked with what a call of the owner's names, or with everything that is known.
  private static Servers.Request request(
      StepRun run, StepOrders orders, ServerCall call, ExecutionData data) {
    boolean mapped = orders.step().type() == StepType.API_CALL && !orders.mapping().isEmpty();
    JsonObject body = mapped ? data.mapped(orders.mapping()) : data.flat();
    return Servers.Request.of(run, call, data.all(), body, run.stepKey() + "/" + run.round());
  }

  private Optional<Refusal> broken(StepOrders orders, JsonObject all) {
    if (!(orders.step().config() instanceof StepConfig.Validation(var rules, _))) {
      return Optional.empty();
    }
    List<StepError> errors = new ArrayList<>();
    for (StepConfig.Rule rule : rules) {
      if (!cel.holds(rule.condition(), all)) {
        String field = rule.field().substring(rule.field().indexOf('.') + 1);
        errors.add(new StepError(field, rule.says().in(all)));
      }
    }
    return errors.isEmpty() ? Optional.empty() : Optional.of(Refusal.of(errors));
  }
}
