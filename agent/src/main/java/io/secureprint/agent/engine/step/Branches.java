// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.step;

/// Counts what runs beside an execution and has not ended.
public interface Branches {
  int open(String executionId);

  /// Only what its step of that name began.
  int open(String executionId, String stepId);
}
