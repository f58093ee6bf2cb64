// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.time.Instant;

/// One execution as the journal has it. Every change raises `revision`, and only who knew the
/// revision before may make it.
public record Execution(
    Identity identity, ExecutionStatus status, Position position, Facts facts, int revision) {

  public String id() {
    return identity.id();
  }

  public WorkflowDefinition definition() {
    return identity.definition();
  }

  public String correlationId() {
    return identity.correlationId();
  }

  /// The step at which it stands; the finaliser where there is nothing else left.
  public StepDefinition current() {
    return finalising()
        ? definition().finaliser()
        : definition().steps().get(position.step());
  }

  public boolean finalising() {
    return position.step() >= definition().steps().size();
  }

  /// Whether the moment for which it waits has come.
  boolean isDue(Instant now) {
    return position.wakeAt() != null && !position.wakeAt().isAfter(now);
  }

  Execution at(Position next) {
    return new Execution(identity, status, next, facts, revision + 1);
  }

  /// Its step begins, which is no move of its own.
  Execution begun(Instant now) {
    return new Execution(identity, status, position.begun(now), facts, revision);
  }

  Execution knowing(Facts more) {
    return new Execution(identity, status, position, facts.and(more), revision);
  }

  Execution ended() {
    ExecutionStatus end = ExecutionStatus.LIFECYCLE.move(status, position.ending());
    return new Execution(identity, end, position.over(), facts, revision + 1);
  }

  /// What never changes about an execution.
  public record Identity(
      String id,
      WorkflowDefinition definition,
      String sessionId,
      String correlationId,
      Instant startedAt,
      Origin origin) {
    /// The execution whose context this one uses: its own, or that of the one that waits for it.
    public String contextId() {
      return origin.parentId().isEmpty() ? id : origin.parentId();
    }

    /// Whether it belongs to a customer's session. What a program runs is a session of its own.
    public boolean isOfCustomer() {
      return !sessionId.isEmpty() && !sessionId.equals(contextId());
    }
  }
}
