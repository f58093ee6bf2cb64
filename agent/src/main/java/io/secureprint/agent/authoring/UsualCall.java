// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.authoring;

import io.secureprint.agent.engine.RetryPolicy;
import io.secureprint.agent.engine.definition.ServerCall;

import java.time.Duration;
import java.util.List;

/// How a server is called where the owner says nothing else: how long it may take, how often it is tried
/// again, and the first and the longest pause in between.
public record UsualCall(Duration timeout, int again, Duration pause, Duration longestPause) {
  /// The usual one first.
  public static final List<String> METHODS = ServerCall.METHODS;
  /// Somebody waits for it.
  public static final UsualCall ASKED = of(ServerCall.ONCE);
  /// It undoes a step.
  public static final UsualCall UNDOES = of(ServerCall.PATIENT);

  private static UsualCall of(RetryPolicy retry) {
    return new UsualCall(
        ServerCall.USUAL_TIMEOUT, retry.maxRetries(), retry.initialDelay(), retry.cap());
  }
}
