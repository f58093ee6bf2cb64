// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.util.regex.Pattern;

/// One step of a workflow: its key within the workflow, the type that names its handler, and what
/// happens when it fails for a passing reason.
public record StepDefinition(String key, String type, RetryPolicy retry) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,39}");

  public StepDefinition {
    if (!NAME.matcher(key).matches() || !NAME.matcher(type).matches()) {
      throw new IllegalArgumentException("not a step name: " + key + " " + type);
    }
  }
}
