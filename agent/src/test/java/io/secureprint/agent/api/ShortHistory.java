// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.History;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A past in memory, newest first as a test puts it.
final class ShortHistory implements History {
  private static final Instant BEGIN = Instant.parse("2026-11-21T05:10:00Z");

  final List<Row> rows = new ArrayList<>();
  final List<Query> queries = new ArrayList<>();
  /// What becomes of every page but the first.
  @Nullable RuntimeException broken;

  static Row row(int number, String workflow, String name) {
    Instant started = BEGIN.plusSeconds(number);
    return new Row(
        "e-" + number, "c-" + number, workflow, name, "COMPLETED", null, 3, 1, new Paise(4_600),
        started, started.plusSeconds(90));
  }

  @Override
  public List<Row> search(Query query) {
    queries.add(query);
    Cursor after = query.after();
    if (broken != null && after != null) {
      throw broken;
    }
    return rows.stream()
        .filter(row -> after == null || row.startedAt().isBefore(after.startedAt()))
        .limit(query.limit())
        .toList();
  }

  @Override
  public Figures figures(Filter filter) {
    throw new AssertionError("the API tells rows");
  }

  @Override
  public List<Step> steps(String executionId) {
    return List.of();
  }
}
