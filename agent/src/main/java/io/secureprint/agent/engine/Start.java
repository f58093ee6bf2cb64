// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

/// What an execution begins with. A second start with the same dedupe key starts nothing.
public record Start(
    String dedupeKey, String sessionId, String correlationId, Facts facts, Origin origin) {
  /// One that no program owns.
  public Start(String dedupeKey, String sessionId, String correlationId, Facts facts) {
    this(dedupeKey, sessionId, correlationId, facts, Origin.NONE);
  }
}
