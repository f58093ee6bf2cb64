// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import io.secureprint.agent.kernel.Paise;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Every workflow that ran, newest first, without a trace of what was printed.
public interface History {
  /// Rows that match, at most `query.limit()`, older than `query.before()` where that is given.
  List<Row> search(Query query);

  /// The steps of one execution in the order they ran.
  List<Step> steps(String executionId);

  /// `text` matches the easy name, the correlation id's start, the status or a code, whatever the
  /// case; empty matches all.
  record Query(String text, @Nullable Instant before, int limit) {
    public Query {
      if (limit < 1 || limit > 1_000) {
        throw new IllegalArgumentException("limit out of range: " + limit);
      }
    }
  }

  /// One execution. `status` is PENDING, IN_PROGRESS, COMPLETED, FAILED or CANCELLED; `prices` is the
  /// version of the price list by which it was paid, or 0.
  record Row(
      String executionId,
      String correlationId,
      String workflow,
      String name,
      String status,
      @Nullable String code,
      int sheets,
      int prices,
      Paise paid,
      Instant startedAt,
      @Nullable Instant endedAt) {}

  /// One step, or one attempt at it.
  record Step(
      String step,
      int attempt,
      String status,
      @Nullable String code,
      Instant startedAt,
      @Nullable Instant endedAt) {}
}
