// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.StepHandler;
import io.secureprint.agent.engine.StepOutcome;
import io.secureprint.agent.engine.StepRun;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.Words;
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

  private static final String TASK = "task";
  private static final String NOTE = "card.";

  private final WorkBoard board;
  private final Audience audience;
  private final Pace pace;

  public CardStep(WorkBoard board, Audience audience, Pace pace) {
    this.board = board;
    this.audience = audience;
    this.pace = pace;
  }

  @Override
  public String type() {
    return Compiler.CARD;
  }

  @Override
  public StepOutcome begin(StepRun run) {
    StepOrders orders = StepOrders.of(run.settings());
    StepConfig.Card card = card(orders);
    Optional<String> opened = open(run, card);
    if (opened.isEmpty()) {
      return new StepOutcome.Failed(NO_CARD);
    }
    if (!card.awaited()) {
      return StepOutcome.done();
    }
    ExecutionData data = new ExecutionData(run.context());
    data.note(note(run), JsonObject.of(TASK, opened.get()));
    audience.show(new Question(run.executionId(), orders, data.all(), true, Optional.empty()));
    return pace.wait(run);
  }

  @Override
  public StepOutcome signal(StepRun run, Signal signal) {
    StepOrders orders = StepOrders.of(run.settings());
    ExecutionData data = new ExecutionData(run.context());
    Optional<String> mine = data.note(note(run)).flatMap(note -> note.text(TASK));
    boolean heard =
        signal.name().equals(CARD) && mine.isPresent() && signal.facts().text("task").equals(mine);
    if (!heard) {
      return pace.other(run, signal);
    }
    data.forget(note(run));
    boolean done = Boolean.TRUE.equals(signal.facts().values().get("done"));
    data.replace(orders.step().dataKey(), JsonObject.of("approved", done));
    boolean refused = !done && orders.step().config() instanceof StepConfig.Approval;
    return refused ? new StepOutcome.Cancelled(NOT_APPROVED) : StepOutcome.done();
  }

  /// Takes off the board what an execution waits for that has ended.
  static void withdraw(StepRun run, WorkBoard board) {
    ExecutionData data = new ExecutionData(run.context());
    for (String name : data.named(NOTE)) {
      data.note(name)
          .flatMap(note -> note.text(TASK))
          .ifPresent(card -> board.withdraw(card, run.correlationId()));
      data.forget(name);
    }
  }

  private static String note(StepRun run) {
    return NOTE + run.stepKey();
  }

  /// The card of this step: the same one each time.
  private Optional<String> open(StepRun run, StepConfig.Card card) {
    String key = run.executionId() + "/" + run.stepKey() + "/" + run.round();
    return board.open(key, run.executionId(), run.correlationId(), card);
  }

  /// The board has no data of customers: a question with such data stands there by its step's name.
  private static Words title(Words question, StepOrders orders) {
    return question.paths().isEmpty() ? question : orders.step().label();
  }

  private static StepConfig.Card card(StepOrders orders) {
    return switch (orders.step().config()) {
      case StepConfig.Card card -> card;
      case StepConfig.Approval(var question) ->
          new StepConfig.Card("approval", "counter", "high", title(question, orders), true);
      default -> throw new IllegalStateException("not a card: " + orders.step().id());
    };
  }
}
