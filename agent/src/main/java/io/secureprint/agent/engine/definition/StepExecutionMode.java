// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

/// Where a step is done.
public enum StepExecutionMode {
  /// On the customer's page alone.
  CLIENT_ONLY,
  /// A server is called, and what it says is waited for.
  SERVER_SYNC,
  /// A server is called in the background while the workflow goes on.
  SERVER_ASYNC,
  /// A server is asked, without anything being changed there.
  SERVER_VALIDATION
}
