// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.EndOrders;
import io.secureprint.agent.engine.definition.ServerCall;
import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/// The end of an execution without a customer: what is still under way beside it is waited for, the
/// mapping makes the result, the final call is made, and the result is kept.
public final class FinishStep implements StepHandler {
  /// The program wants it to end.
  public static final String COMPLETE = "complete";
  private static final String BROKEN = "broken";
  /// Bytes of what the end may know: with the answer of the final call it fits where results are kept.
  private static final int MOST_SENT = 700_000;
  private static final Problem TOO_LARGE = Problems.of("RESULT_TOO_LARGE");
  private static final Problem BRANCH = Problems.of("BRANCH_FAILED");
  private static final Problem REFUSED = Problems.of("ANSWER_REFUSED");

  private final Servers servers;
  private final ToIntFunction<String> open;
  private final BiConsumer<String, JsonObject> results;
  private final Pace pace;

  /// `open` counts the branches of an execution that have not ended; `results` keeps its result.
  public FinishStep(
      Servers servers, ToIntFunction<String> open, BiConsumer<String, JsonObject> results, Pace pace) {
    this.servers = servers;
    this.open = open;
    this.results = results;
    this.pace = pace;
  }

  /// Something that ran beside the execution has failed: it does not end well any more.
  static void broken(ExecutionData data) {
    data.note(BROKEN, JsonObject.EMPTY);
  }

  static boolean isBroken(ExecutionData data) {
    return data.note(BROKEN).isPresent();
  }

  @Override
  public String type() {
    return Compiler.FINISH;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    boolean asked = !Pace.driven(run) || run.context().get(COMPLETE).isPresent();
    return asked ? finish(run) : pace.wait(run);
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    if (signal.name().equals(COMPLETE)) {
      return finish(run);
    }
    boolean more = signal.name().equals(Signal.BRANCH) && run.context().get(COMPLETE).isPresent();
    return more ? finish(run) : pace.other(run, signal);
  }

  private StepOutcome finish(StepRun run) {
    if (!run.context().put(COMPLETE, new byte[0])) {
      return new StepOutcome.Failed(ExecutionData.LOST);
    }
    if (open.applyAsInt(run.executionId()) > 0) {
      return pace.wait(run);
    }
    EndOrders orders = EndOrders.of(run.settings());
    ExecutionData data = new ExecutionData(run.context());
    if (isBroken(data)) {
      return new StepOutcome.Failed(BRANCH);
    }
    JsonObject mapped = mapped(orders, data.all());
    if (mapped.bytes().length > MOST_SENT) {
      return new StepOutcome.Failed(TOO_LARGE);
    }
    return orders
        .completion()
        .map(call -> call(run, orders, call, mapped))
        .orElseGet(() -> done(run, orders, JsonObject.EMPTY));
  }

  private StepOutcome call(StepRun run, EndOrders orders, ServerCall call, JsonObject mapped) {
    ExecutionData data = new ExecutionData(run.context());
    Servers.Request request = Servers.Request.of(run, call, data.all(), mapped, "finish");
    return switch (servers.call(request)) {
      case Servers.Reply.Answered(JsonObject body) ->
          done(run, orders, JsonObject.of("response", body.members()));
      case Servers.Reply.Refused _ -> new StepOutcome.Failed(REFUSED);
      case Servers.Reply.Failed(Problem problem, boolean passing) ->
          passing ? new StepOutcome.Retry(problem) : new StepOutcome.Failed(problem);
    };
  }

  private static JsonObject mapped(EndOrders orders, JsonObject all) {
    return orders.mapping().isEmpty() ? ExecutionData.flat(all) : ExecutionData.mapped(all, orders.mapping());
  }

  /// The result for good has nothing that nobody may keep.
  private StepOutcome done(StepRun run, EndOrders orders, JsonObject more) {
    JsonObject all = new ExecutionData(run.context()).all();
    for (DataPath secret : orders.secret()) {
      all = all.without(secret);
    }
    JsonObject result = mapped(orders, all).merged(more);
    results.accept(run.executionId(), orders.sensitive() ? JsonObject.EMPTY : result);
    return StepOutcome.done();
  }
}
