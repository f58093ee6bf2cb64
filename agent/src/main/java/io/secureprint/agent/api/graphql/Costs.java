// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import java.util.Map;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;

/// What the fields of a document cost: a list as much as its longest answer, and a command so much that
/// five of them fill a document.
final class Costs implements FieldComplexityCalculator {
  /// Of one document: a list of 100 executions with all their fields.
  static final int MOST = 6_000;
  private static final int COMMAND = 1_100;
  /// To find one.
  private static final int EXECUTION = 20;
  /// To open everything that it knows.
  private static final int CONTEXT = 10;

  @Override
  public int calculate(FieldComplexityEnvironment field, int children) {
    String name = field.getFieldDefinition().getName();
    return switch (field.getParentType().getName() + "." + name) {
      case "Query.userWorkflowExecutions" ->
          Math.clamp(limit(field.getArguments()), 1, Fetchers.MOST) * (EXECUTION + children);
      case "Query.workflowExecution" -> EXECUTION + children;
      case "WorkflowExecution.context" -> CONTEXT;
      case String path when path.startsWith("Mutation.") && !name.startsWith("__") ->
          COMMAND + children;
      default -> 1 + children;
    };
  }

  private static int limit(Map<String, Object> arguments) {
    return arguments.get("limit") instanceof Integer limit ? limit : Fetchers.USUAL_LIMIT;
  }
}
