// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.Workflow;
import io.secureprint.agent.engine.step.AskStep;
import io.secureprint.agent.engine.step.Audience;
import io.secureprint.agent.engine.step.BranchStep;
import io.secureprint.agent.engine.step.CallStep;
import io.secureprint.agent.engine.step.CardStep;
import io.secureprint.agent.engine.step.FinishStep;
import io.secureprint.agent.engine.step.Pace;
import io.secureprint.agent.engine.step.PauseStep;
import io.secureprint.agent.engine.step.Question;
import io.secureprint.agent.engine.step.Servers;
import io.secureprint.agent.engine.step.SwitchStep;
import io.secureprint.agent.engine.step.WorkBoard;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

/// What stands around a rehearsal in place of the shop: servers that say what they are told to, a board
/// with one card, and nobody who is shown anything.
final class Stage implements Servers {
  /// The card of every step that puts one on the board.
  static final String CARD = "rehearsed";
  private static final Audience NOBODY =
      new Audience() {
        @Override
        public void show(Question question) {}

        @Override
        public void nothing(String executionId) {}
      };

  private final Cel cel;
  private final List<StepHandler> handlers;
  private Servers.@Nullable Reply prepared;
  private JsonObject result = JsonObject.EMPTY;

  /// @param open how many branches have not ended
  Stage(Cel cel, Clock clock, IntSupplier open) {
    this.cel = cel;
    Pace pace = new Pace(clock);
    this.handlers =
        List.of(
            new AskStep(NOBODY, pace),
            new CallStep(this, NOBODY, cel, pace),
            BranchStep.parallel((_, _) -> open.getAsInt(), pace),
            BranchStep.later(pace),
            new SwitchStep(cel),
            new PauseStep(NOBODY, pace, clock),
            new CardStep(new NoBoard(), NOBODY, pace),
            new FinishStep(this, _ -> open.getAsInt(), (_, made) -> result = made, pace),
            new Stop(Compiler.PRINT_OPTIONS),
            new Stop(Compiler.PRINT_PAYMENT),
            new Stop(Compiler.PRINT_OUTPUT));
  }

  List<StepHandler> handlers() {
    return handlers;
  }

  /// What the next call is answered.
  void prepare(Servers.Reply reply) {
    prepared = reply;
  }

  /// What the end made of what was known.
  JsonObject result() {
    return result;
  }

  /// What a customer pays less who is known so.
  Optional<Scene.Off> off(Workflow workflow, JsonObject known) {
    return workflow
        .discount()
        .filter(offered -> cel.holds(offered.condition(), known))
        .map(offered -> new Scene.Off(percent(offered.percent(), known), offered.label().in(known)))
        .filter(off -> off.percent() >= 1 && off.percent() <= 99);
  }

  private static int percent(Workflow.Percent percent, JsonObject known) {
    return switch (percent) {
      case Workflow.Percent.Fixed(int value) -> value;
      case Workflow.Percent.Found(var path) ->
          path.in(known).map(found -> found instanceof Number number ? number.intValue() : 0).orElse(0);
    };
  }

  @Override
  public Servers.Reply call(Servers.Request request) {
    Servers.Reply reply = prepared;
    if (reply == null) {
      throw new Unanswered(request);
    }
    prepared = null;
    return reply;
  }

  /// Somebody has to say what the server answers; the step begins again then.
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Servers.Request request;

    Unanswered(Servers.Request request) {
      super("what the server says is not known yet", null, false, false);
      this.request = request;
    }

    Scene scene(String step) {
      return new Scene.Calls(
          step, request.call().method(), request.endpoint(), request.body());
    }
  }

  /// A step of the shop's own, which nobody rehearses: it is done when somebody says so.
  private record Stop(String type) implements StepHandler {
    @Override
    public StepOutcome begin(StepRun run) {
      return StepOutcome.waiting();
    }

    @Override
    public StepOutcome signal(StepRun run, Signal signal) {
      return StepOutcome.done();
    }
  }

  /// Takes every card, and nobody sees it.
  private record NoBoard() implements WorkBoard {
    @Override
    public Optional<String> open(
        String key, String executionId, String correlationId, StepConfig.Card card) {
      return Optional.of(CARD);
    }

    @Override
    public void withdraw(String card, String correlationId) {
      // There is none to be seen.
    }
  }
}
