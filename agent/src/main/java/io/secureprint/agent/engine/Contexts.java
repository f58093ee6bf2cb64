// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

/// Where the engine finds what an execution knows of its customer.
@FunctionalInterface
public interface Contexts {
  /// [Context#LOST] when the session is gone.
  Context of(String executionId);
}
