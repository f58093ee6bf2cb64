// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import io.secureprint.agent.kernel.JsonObject;

import java.util.Objects;
import java.util.regex.Pattern;

/// One step of a workflow: its key within the workflow, the type that names its handler, and what
/// happens when it fails for a passing reason. `settings` are the handler's to read; `next`, where not
/// empty, names the step that follows instead of the one below, or [#END].
public record StepDefinition(
    String key, String type, RetryPolicy retry, JsonObject settings, String next) {
  /// Where nothing follows but the finaliser.
  public static final String END = "END";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,39}");

  public StepDefinition {
    // Rows of former versions have neither.
    settings = Objects.requireNonNullElse(settings, JsonObject.EMPTY);
    next = Objects.requireNonNullElse(next, "");
    if (!NAME.matcher(key).matches() || !NAME.matcher(type).matches()) {
      throw new IllegalArgumentException("not a step name: " + key + " " + type);
    }
  }

  /// A step without settings, followed by the one below.
  public StepDefinition(String key, String type, RetryPolicy retry) {
    this(key, type, retry, JsonObject.EMPTY, "");
  }
}
