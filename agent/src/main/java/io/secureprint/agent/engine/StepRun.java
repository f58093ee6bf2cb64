// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.JsonObject;

import org.jspecify.annotations.Nullable;

/// What a handler knows of the step it runs. `resumed` is true when the agent died while the step
/// was under way: whatever it did may or may not have happened.
public record StepRun(
    Execution.Identity identity,
    StepDefinition step,
    Position position,
    boolean resumed,
    Facts facts,
    Context context) {

  public String executionId() {
    return identity.id();
  }

  public String sessionId() {
    return identity.sessionId();
  }

  public String correlationId() {
    return identity.correlationId();
  }

  public String stepKey() {
    return step.key();
  }

  public JsonObject settings() {
    return step.settings();
  }

  /// How often the execution went back to a step that it had done.
  public int round() {
    return position.round();
  }

  /// From 1, counted anew in each round.
  public int attempt() {
    return position.attempt();
  }

  /// Why the execution ends, where there is a reason: for the finaliser.
  public @Nullable String code() {
    return position.code();
  }

  /// How the execution will have ended: for the finaliser.
  public ExecutionStatus ending() {
    return position.ending();
  }

  /// Whether another execution waits for this one, whose context it shares.
  public boolean branch() {
    return !identity.origin().parentId().isEmpty();
  }
}
