// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A workflow as its owner wrote it, in the order of its steps. `source` is its JSON.
public record Workflow(
    String name,
    String description,
    WorkflowKind kind,
    Map<String, DataPath> apiMapping,
    Optional<ServerCall> completion,
    Optional<Discount> discount,
    List<WorkflowStep> steps,
    JsonObject source) {
  /// Most steps of one workflow, those of branches not counted.
  public static final int MOST_STEPS = 50;
  /// Longest JSON of one workflow, in bytes.
  public static final int LONGEST = 200_000;

  /// What a customer pays less: whole percent from 1 to 99, a number or a path to one, where
  /// `condition` (CEL) holds.
  public record Discount(String condition, Percent percent, Words label) {}

  /// A number, or where one is found.
  public sealed interface Percent {
    record Fixed(int value) implements Percent {}

    record Found(DataPath path) implements Percent {}
  }
}
