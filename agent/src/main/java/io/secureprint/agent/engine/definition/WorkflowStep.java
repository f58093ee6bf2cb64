// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.JsonObject;

import java.util.Optional;

/// One step as its owner wrote it. `id` is unique in the workflow; `title` is what the person who is
/// asked reads, `label` what the shop calls it; `dataKey`, where not empty, is the
/// name under which its result is known to later steps; `next`, where not empty, is the step that
/// follows, or [#END].
public record WorkflowStep(
    String id,
    StepType type,
    Words label,
    Words title,
    StepExecutionMode mode,
    TriggerTiming timing,
    Optional<ServerCall> call,
    String dataKey,
    StepConfig config,
    Optional<ServerCall> compensation,
    String next,
    JsonObject source) {
  /// Where the workflow is over.
  public static final String END = "END";
  /// Under this name what a server says to a question stands beside the answer.
  public static final String SERVER = "server";

  /// Whether its server is asked before the person is.
  public boolean callsBefore() {
    return call.isPresent() && timing.before();
  }

  /// Whether its server is asked after the person answered.
  public boolean callsAfter() {
    return call.isPresent() && timing.after();
  }
}
