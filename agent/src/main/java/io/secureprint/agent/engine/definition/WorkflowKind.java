// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

/// What a workflow is for.
public enum WorkflowKind {
  /// Driven by a program, or by the shop.
  GENERAL,
  /// The way of a customer who prints: has the three print steps, in their order.
  PRINT
}
