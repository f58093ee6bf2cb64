// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.secureprint.agent.kernel.Ids;

/// One execution carried forward by hand and in memory, with no journal: by the same rules and the same
/// handlers as a real one, so that a rehearsal shows what will happen. It stops before the finaliser.
/// A handler that throws leaves it where it was.
public final class Walk {
  private final Map<String, StepHandler> handlers;
  private final Decider decider = new Decider(Ids.secure());
  private final Context context;
  private final Clock clock;
  private final List<String> passed = new ArrayList<>();
  private final List<WorkflowDefinition> branches = new ArrayList<>();
  private Execution execution;

  /// @param origin a parent where it is a branch
  public Walk(
      WorkflowDefinition definition,
      List<StepHandler> handlers,
      Context context,
      Clock clock,
      Origin origin) {
    this.handlers =
        handlers.stream().collect(Collectors.toMap(StepHandler::type, Function.identity()));
    this.context = context;
    this.clock = clock;
    Execution.Identity identity =
        new Execution.Identity("rehearsal", definition, "rehearsal", "rehearsal", clock.instant(), origin);
    this.execution =
        new Execution(identity, ExecutionStatus.IN_PROGRESS, Position.first(), Facts.NONE, 0);
  }

  /// Goes on until it waits, has branches to be walked, or is over.
  public void go() {
    while (!isOver() && !isWaiting() && branches.isEmpty()) {
      StepHandler handler = handler();
      settle(handler.begin(run()));
    }
  }

  /// Something came that the present step wants to know.
  public void signal(Signal signal) {
    settle(handler().signal(run(), signal));
  }

  /// Whether nothing but the finaliser is left.
  public boolean isOver() {
    return execution.finalising();
  }

  public boolean isWaiting() {
    return execution.position().waiting();
  }

  /// The step at which it stands; the finaliser once it is over.
  public StepDefinition current() {
    return execution.current();
  }

  /// How often it went back to a step that was done.
  public int round() {
    return execution.position().round();
  }

  /// How it will have ended.
  public ExecutionStatus ending() {
    return execution.position().ending();
  }

  /// Why it did not end well; empty where it did.
  public String code() {
    String code = execution.position().code();
    return code == null ? "" : code;
  }

  /// The keys of the steps that were done, in order.
  public List<String> passed() {
    return List.copyOf(passed);
  }

  /// What is to be walked beside it now; asked a second time, nothing.
  public List<WorkflowDefinition> takeBranches() {
    List<WorkflowDefinition> taken = List.copyOf(branches);
    branches.clear();
    return taken;
  }

  private void settle(StepOutcome outcome) {
    String before = execution.current().key();
    if (outcome instanceof StepOutcome.Branched(var wanted, _, _)) {
      branches.addAll(wanted);
    }
    execution = decider.after(execution, outcome, clock.instant());
    if (isOver() || !execution.current().key().equals(before)) {
      passed.add(before);
    }
  }

  private StepHandler handler() {
    StepHandler handler = handlers.get(execution.current().type());
    if (handler == null) {
      throw new IllegalStateException("no handler for " + execution.current().type());
    }
    return handler;
  }

  private StepRun run() {
    return new StepRun(
        execution.identity(),
        execution.current(),
        execution.position(),
        false,
        execution.facts(),
        context);
  }
}
