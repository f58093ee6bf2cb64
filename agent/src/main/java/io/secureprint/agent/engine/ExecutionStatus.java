// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.Lifecycle;

/// The life of an execution, by the names of the API.
public enum ExecutionStatus {
  PENDING,
  IN_PROGRESS,
  COMPLETED,
  FAILED,
  CANCELLED;

  public static final Lifecycle<ExecutionStatus> LIFECYCLE =
      Lifecycle.of("execution", ExecutionStatus.class, PENDING)
          .move(PENDING, IN_PROGRESS)
          .move(IN_PROGRESS, COMPLETED, FAILED, CANCELLED)
          .build();

  public boolean ended() {
    return LIFECYCLE.terminal(this);
  }
}
