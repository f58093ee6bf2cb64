// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.journey.SessionTile;
import io.secureprint.agent.observe.History;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What programs see, by the names they see it under. Times are ISO 8601, money is paise.
final class ApiViews {
  private ApiViews() {}

  static List<Session> sessions(List<SessionTile> tiles) {
    return tiles.stream()
        .map(
            tile ->
                new Session(
                    tile.sessionId(),
                    tile.executionId(),
                    tile.name().english(),
                    word(tile.stage()),
                    tile.sheets(),
                    tile.price().value(),
                    tile.code(),
                    tile.since()))
        .toList();
  }

  static List<Execution> rows(List<History.Row> rows) {
    return rows.stream()
        .map(
            row ->
                new Execution(
                    row.executionId(),
                    row.correlationId(),
                    row.workflow(),
                    row.status(),
                    row.code(),
                    row.sheets(),
                    row.paid().value(),
                    row.startedAt(),
                    row.endedAt()))
        .toList();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  record Session(
      String sessionId,
      String executionId,
      String name,
      String stage,
      int sheets,
      long paise,
      @Nullable String code,
      Instant since) {}

  record Execution(
      String executionId,
      String correlationId,
      String workflow,
      String status,
      @Nullable String code,
      int sheets,
      long paise,
      Instant startedAt,
      @Nullable Instant endedAt) {}
}
