// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;

import java.util.Optional;

/// Puts a card on the work board, and waits for what people of the shop make of it where that is wanted.
public final class CardStep implements StepHandler {
  /// A card is done with; whether well is the fact `done`, which one the fact `task`.
  public static final String CARD = "card";
  private static final Problem NO_CARD = Problems.of("NO_CARD");
  private static final Problem NOT_APPROVED = Problems.of("NOT_APPROVED");

  private final WorkBoard board;
  private final Audience audience;

  public CardStep(WorkBoard board, Audience audience) {
    this.board = board;
    this.audience = audience;
  }

  @Override
  public String type() {
    return Compiler.CARD;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    StepOrders orders = StepOrders.of(run.settings());
    StepConfig.Card card = card(orders);
    if (open(run, card).isEmpty()) {
      return new StepOutcome.Failed(NO_CARD);
    }
    if (!card.awaited()) {
      return StepOutcome.done();
    }
    JsonObject all = new ExecutionData(run.context()).all();
    audience.show(new Question(run.executionId(), orders, all, true, Optional.empty()));
    return StepOutcome.waiting();
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    StepOrders orders = StepOrders.of(run.settings());
    boolean mine =
        signal.name().equals(CARD) && signal.facts().text("task").equals(open(run, card(orders)));
    if (!mine) {
      return StepOutcome.waiting();
    }
    boolean done = Boolean.TRUE.equals(signal.facts().values().get("done"));
    new ExecutionData(run.context())
        .replace(orders.step().dataKey(), JsonObject.of("approved", done));
    boolean refused = !done && orders.step().config() instanceof StepConfig.Approval;
    return refused ? new StepOutcome.Cancelled(NOT_APPROVED) : StepOutcome.done();
  }

  /// The card of this step: the same one each time.
  private Optional<String> open(StepRun run, StepConfig.Card card) {
    String key = run.executionId() + "/" + run.stepKey() + "/" + run.round();
    return board.open(key, run.executionId(), run.correlationId(), card);
  }

  private static StepConfig.Card card(StepOrders orders) {
    return switch (orders.step().config()) {
      case StepConfig.Card card -> card;
      case StepConfig.Approval(var question) ->
          new StepConfig.Card("approval", "counter", "high", question, true);
      default -> throw new IllegalStateException("not a card: " + orders.step().id());
    };
  }
}
