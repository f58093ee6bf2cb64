// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import io.secureprint.agent.kernel.JsonObject;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What is on record of executions that programs run.
public interface Runs {
  /// What it came to, unless that is sensitive.
  Optional<JsonObject> result(String executionId);

  Optional<Instant> endedAt(String executionId);

  /// Why it was cancelled, as whoever cancelled it said; empty where nobody said anything.
  Optional<String> cancelReason(String executionId);

  /// The execution that was started under this key.
  Optional<String> startedBy(String dedupeKey);

  /// How many that are not over.
  int underWay(String subject);

  /// Ids, newest first, in one status or all.
  List<String> of(String subject, @Nullable String status, int limit);
}
