// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.engine.RetryPolicy;

import java.time.Duration;
import java.util.Set;

/// A call to a server: `endpoint` is a path below the address of `connection`, or an https address of
/// its own where `connection` is empty.
public record ServerCall(
    String endpoint, String connection, String method, Duration timeout, RetryPolicy retry) {
  public static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
}
