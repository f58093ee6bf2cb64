// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.engine.Context;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Origin;
import io.secureprint.agent.engine.Signal;
import io.secureprint.agent.engine.Walk;
import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.StepConfig;
import io.secureprint.agent.engine.definition.StepOrders;
import io.secureprint.agent.engine.definition.Workflow;
import io.secureprint.agent.engine.step.Answers;
import io.secureprint.agent.engine.step.AskStep;
import io.secureprint.agent.engine.step.CardStep;
import io.secureprint.agent.engine.step.ExecutionData;
import io.secureprint.agent.engine.step.Pace;
import io.secureprint.agent.engine.step.Refusal;
import io.secureprint.agent.engine.step.Servers;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.agent.kernel.form.StepText;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A workflow gone through without customer, servers or paper. The same handlers and rules run as in the
/// shop; who tries it out says what the customer, the server and the counter would say. Not thread-safe.
public final class Rehearsal {
  private static final int MOST_SCENES = 500;

  private final Workflow workflow;
  private final Context context = new RehearsalContext();
  private final Stage stage;
  private final Clock clock;
  private final Deque<Walk> walks = new ArrayDeque<>();
  private final List<String> passed = new ArrayList<>();
  private Scene scene = new Scene.Ended(ExecutionStatus.PENDING.name(), "", JsonObject.EMPTY);
  private int scenes;

  /// Begins at the first step. The workflow has nothing wrong with it but advice.
  Rehearsal(Workflow workflow, Cel cel, Clock clock) {
    this.workflow = workflow;
    this.clock = clock;
    this.stage = new Stage(cel, clock, () -> walks.size() - 1);
    new ExecutionData(context).begin(JsonObject.EMPTY);
    begin(Compiler.compile(workflow, "rehearsal", 1), Origin.NONE);
    advance();
  }

  public Scene scene() {
    return scene;
  }

  /// What is known by now, under the data keys.
  public JsonObject known() {
    return new ExecutionData(context).all();
  }

  /// The ids of the steps that were done, in order.
  public List<String> passed() {
    return List.copyOf(passed);
  }

  /// The customer's answer to what is asked.
  public void answer(JsonObject values) {
    if (scene instanceof Scene.Asks) {
      Answers.give(context, walks.getFirst().current().key(), values);
      signal(Signal.of(AskStep.INPUT));
    }
  }

  /// What the server says to the call.
  public void reply(JsonObject body) {
    called(new Servers.Reply.Answered(body));
  }

  /// The server does not answer.
  public void silence() {
    called(new Servers.Reply.Failed(Problems.of("SERVER_AWAY"), false));
  }

  /// The counter says yes or no.
  public void decide(boolean yes) {
    if (scene instanceof Scene.Decides) {
      signal(new Signal(CardStep.CARD, Facts.of("task", Stage.CARD).and("done", yes)));
    }
  }

  /// The time is over, the message is there, or the customer has done what the shop's own step is for.
  public void goOn() {
    switch (scene) {
      case Scene.Waits(_, String message) when !message.isEmpty() -> {
        Walk walk = walks.getFirst();
        signal(Pace.go(walk.current().key(), walk.round()));
      }
      case Scene.Waits _, Scene.Prints _ -> signal(Signal.of(Signal.WAKE));
      case Scene.Asks _, Scene.Calls _, Scene.Decides _, Scene.Ended _ -> {}
    }
  }

  private void called(Servers.Reply reply) {
    if (scene instanceof Scene.Calls) {
      stage.prepare(reply);
      advance();
    }
  }

  private void signal(Signal signal) {
    Walk walk = walks.getFirst();
    walk.signal(signal);
    advance();
  }

  private void begin(WorkflowDefinition definition, Origin origin) {
    walks.addFirst(new Walk(definition, stage.handlers(), context, clock, origin));
  }

  /// On until somebody is to say something, or it is over.
  private void advance() {
    while (scenes++ < MOST_SCENES) {
      Walk walk = walks.getFirst();
      try {
        walk.go();
      } catch (Stage.Unanswered call) {
        note();
        scene = call.scene(step(walk));
        return;
      }
      note();
      List<WorkflowDefinition> branches = walk.takeBranches();
      branches.reversed().forEach(branch -> begin(branch, Origin.parent("rehearsal", step(walk))));
      if (branches.isEmpty() && !leave(walk)) {
        return;
      }
    }
    scene = new Scene.Ended(ExecutionStatus.FAILED.name(), "TOO_MANY_ROUNDS", JsonObject.EMPTY);
  }

  /// Whether there is something else to go on with.
  private boolean leave(Walk walk) {
    if (!walk.isOver()) {
      scene = scene(walk);
      return false;
    }
    if (walks.size() == 1) {
      scene = new Scene.Ended(walk.ending().name(), walk.code(), stage.result());
      return false;
    }
    walks.removeFirst();
    if (walks.getLast().isWaiting()) {
      Facts ended = Facts.of("status", walk.ending().name());
      walks.getLast().signal(new Signal(Signal.BRANCH, ended));
    }
    return true;
  }

  private void note() {
    walks.getLast().passed().stream()
        .skip(passed.size())
        .map(key -> key.replaceFirst("\\.(before|after)$", ""))
        .forEach(passed::add);
  }

  private static String step(Walk walk) {
    return walk.current().settings().object("step").text("id").orElse("");
  }

  private Scene scene(Walk walk) {
    String id = step(walk);
    return switch (walk.current().type()) {
      case Compiler.ASK -> asks(id);
      case Compiler.CARD -> new Scene.Decides(id);
      case Compiler.PAUSE ->
          StepOrders.of(walk.current().settings()).step().config()
                  instanceof StepConfig.Wait(_, String message)
              ? new Scene.Waits(id, message)
              : new Scene.Waits(id, "");
      default -> new Scene.Prints(id, stage.off(workflow, known()));
    };
  }

  private Scene asks(String id) {
    return Answers.refusal(new ExecutionData(context))
        .map(refusal -> refused(id, refusal))
        .orElseGet(() -> new Scene.Asks(id, new StepText("", null), List.of()));
  }

  private static Scene refused(String id, Refusal refusal) {
    return new Scene.Asks(id, refusal.message(), refusal.errors());
  }
}
