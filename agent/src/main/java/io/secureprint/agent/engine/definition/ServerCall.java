// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.engine.RetryPolicy;

import java.time.Duration;
import java.util.List;

/// A call to a server: `endpoint` is a path below the address of `connection`, or an https address of
/// its own where `connection` is empty.
public record ServerCall(
    String endpoint, String connection, String method, Duration timeout, RetryPolicy retry) {
  /// The usual one first.
  public static final List<String> METHODS = List.of("POST", "GET", "PUT", "PATCH", "DELETE");
  /// Where nothing else is written.
  public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
  /// Where nothing else is written, for a call that somebody waits for.
  public static final RetryPolicy ONCE =
      new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(60));
  /// Where nothing else is written, for what undoes a step: a quarter of an hour. Nobody waits for it,
  /// and it is left to people after that.
  public static final RetryPolicy PATIENT =
      new RetryPolicy(10, Duration.ofSeconds(1), Duration.ofMinutes(5));
}
