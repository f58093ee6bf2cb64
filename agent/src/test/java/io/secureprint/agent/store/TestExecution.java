// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.ExecutionStatus;
import io.secureprint.agent.engine.Facts;
import io.secureprint.agent.engine.Origin;
import io.secureprint.agent.engine.Position;
import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.StepDefinition;
import io.secureprint.agent.engine.WorkflowDefinition;

import java.time.InstantSource;
import java.util.List;

/// An execution that waits in its only step.
final class TestExecution {
  private TestExecution() {}

  static Execution of(String id, InstantSource clock) {
    return of(id, clock, Facts.NONE);
  }

  static Execution of(String id, InstantSource clock, Facts facts) {
    return of(id, clock, facts, "s");
  }

  static Execution withoutCustomer(String id, InstantSource clock) {
    return of(id, clock, Facts.NONE, "");
  }

  /// As its agent would write it next.
  static Execution next(Execution before) {
    return new Execution(
        before.identity(),
        before.status(),
        before.position(),
        before.facts(),
        before.revision() + 1);
  }

  private static Execution of(String id, InstantSource clock, Facts facts, String session) {
    StepDefinition one = new StepDefinition("one", "one", RetryPolicy.NONE);
    StepDefinition end = new StepDefinition("end", "end", RetryPolicy.NONE);
    WorkflowDefinition definition = new WorkflowDefinition("w", 1, List.of(one), end);
    return new Execution(
        new Execution.Identity(id, definition, session, "c", clock.instant(), Origin.NONE),
        ExecutionStatus.IN_PROGRESS,
        new Position(0, 0, 1, true, null, ExecutionStatus.COMPLETED, null, null),
        facts,
        0);
  }
}
