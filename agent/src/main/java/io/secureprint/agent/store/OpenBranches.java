// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.step.Branches;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

/// The branches that the journal has.
public record OpenBranches(UnitOfWork unitOfWork, JdbcJournal journal) implements Branches {
  @Override
  public int open(String executionId) {
    return unitOfWork.call(Durability.STEP, () -> journal.openBranches(executionId).size());
  }

  @Override
  public int open(String executionId, String stepId) {
    return unitOfWork.call(Durability.STEP, () -> journal.openBranches(executionId, stepId).size());
  }
}
