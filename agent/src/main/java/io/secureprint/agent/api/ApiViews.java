// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.journey.SessionTile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What programs see, by the names they see it under. Times are ISO 8601, money is paise.
final class ApiViews {
  private ApiViews() {}

  static Sessions sessions(List<SessionTile> tiles) {
    return new Sessions(tiles.stream().map(ApiViews::session).toList());
  }

  static History history(List<io.secureprint.agent.observe.History.Row> rows) {
    return new History(rows.stream().map(ApiViews::execution).toList());
  }

  private static Session session(SessionTile tile) {
    return new Session(
        tile.sessionId(),
        tile.executionId(),
        tile.name().english(),
        word(tile.stage()),
        tile.sheets(),
        tile.price().value(),
        tile.code(),
        tile.since());
  }

  private static Execution execution(io.secureprint.agent.observe.History.Row row) {
    return new Execution(
        row.executionId(),
        row.correlationId(),
        row.workflow(),
        row.status(),
        row.code(),
        row.sheets(),
        row.paid().value(),
        row.startedAt(),
        row.endedAt());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  record Health(
      @Described(value = "open, attention or closed.", example = "open") String status) {}

  record Raised(@Described("Whether a window came to the front.") boolean raised) {}

  record Heard(@Described(value = "That it was taken.", example = "ok") String status) {}

  record Sessions(@Described("Oldest first.") List<Session> sessions) {}

  record Session(
      String sessionId,
      String executionId,
      @Described(value = "What the shop calls the customer.", example = "Blue Mango") String name,
      @Described(value = "Where the journey stands.", example = "paying") String stage,
      int sheets,
      @Described("The price.") long paise,
      @Described("What holds it up.") @Nullable String code,
      Instant since) {}

  record History(
      @Described(value = "Newest first.", max = HistoryRoutes.ONE_PAGE)
          List<Execution> executions) {}

  record Execution(
      String executionId,
      String correlationId,
      String workflow,
      @Described(value = "How it stands or ended.", example = "COMPLETED") String status,
      @Described("Why it did not end well.") @Nullable String code,
      int sheets,
      @Described("What was paid.") long paise,
      Instant startedAt,
      @Nullable Instant endedAt) {}
}
