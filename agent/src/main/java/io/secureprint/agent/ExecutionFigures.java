// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.engine.Execution;
import io.secureprint.agent.engine.ExecutionWatch;
import io.secureprint.agent.engine.step.Pace;
import io.secureprint.agent.observe.Meters;

import java.time.Duration;

/// Tells the shop's figures what becomes of executions.
final class ExecutionFigures implements ExecutionWatch {
  private final Meters meters;

  ExecutionFigures(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void stepEnded(Execution execution, String status) {
    meters.step(execution.definition().name(), status.equals("DONE"));
  }

  @Override
  public void ended(Execution execution, Duration took) {
    meters.execution(execution.definition().name(), execution.status().name(), took);
    if (Pace.EXPIRED.equals(execution.position().code())) {
      meters.expiry();
    }
  }
}
