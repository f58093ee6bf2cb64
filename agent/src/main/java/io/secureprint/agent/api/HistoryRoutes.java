// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.observe.CsvLine;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.observe.History.Filter;
import io.secureprint.agent.observe.HistoryExport;
import io.secureprint.agent.observe.HistoryExport.Titles;

import org.jspecify.annotations.Nullable;

import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The history for programs: `text`, `status`, `from` and `to` choose, each once at most. A day is
/// the shop's own, and `to` a day that still counts.
final class HistoryRoutes {
  private static final int ONE_PAGE = 100;
  private static final Set<String> KNOWN = Set.of("text", "status", "from", "to");

  private final History history;
  private final HistoryExport export;
  private final ZoneId zone;

  HistoryRoutes(History history, ZoneId zone) {
    this.history = history;
    this.export = new HistoryExport(history, zone);
    this.zone = zone;
  }

  Reply newest(URI asked) {
    return chosen(
        asked,
        filter ->
            Reply.json(
                Map.of(
                    "executions",
                    ApiViews.rows(history.search(new History.Query(filter, null, ONE_PAGE))))));
  }

  /// A table that breaks off says so in its last line, since HTTP cannot any more.
  Reply csv(URI asked) {
    return chosen(
        asked,
        filter ->
            Reply.streamed("text/csv; charset=utf-8", out -> {
                  try {
                    export.csv(filter, Titles.PLAIN, out);
                  } catch (UnitOfWork.Unavailable _) {
                    out.write(CsvLine.of(List.of("INCOMPLETE", "STORAGE_FAILED")).getBytes(UTF_8));
                  }
                })
                .with("Content-Disposition", "attachment; filename=\"history.csv\""));
  }

  /// JSON that breaks off has no end, which every reader sees.
  Reply json(URI asked) {
    return chosen(
        asked,
        filter ->
            Reply.streamed("application/json", (OutputStream out) -> export.json(filter, out)));
  }

  private Reply chosen(URI asked, Answer answer) {
    try {
      return answer.to(filter(asked.getRawQuery()));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Reply.problem(400, "QUERY_WRONG", String.valueOf(e.getMessage()));
    }
  }

  private Filter filter(@Nullable String query) {
    Map<String, String> given = new HashMap<>();
    if (query != null && !query.isEmpty()) {
      Arrays.stream(query.split("&", -1)).forEach(pair -> add(given, pair));
    }
    return new Filter(
        given.getOrDefault("text", ""),
        given.getOrDefault("status", ""),
        given.containsKey("from") ? time(given.get("from"), 0) : Filter.EVER,
        given.containsKey("to") ? time(given.get("to"), 1) : Filter.ALWAYS);
  }

  private static void add(Map<String, String> given, String pair) {
    int at = pair.indexOf('=');
    String name = at < 0 ? pair : pair.substring(0, at);
    if (!KNOWN.contains(name)) {
      throw new IllegalArgumentException("unknown: " + name + "; there are text, status, from, to");
    }
    String value = URLDecoder.decode(pair.substring(at + 1), UTF_8);
    if (given.put(name, value) != null) {
      throw new IllegalArgumentException("given twice: " + name);
    }
  }

  /// A day of the shop, its `end` where 1, or an instant.
  private Instant time(String text, int end) {
    return text.contains("T")
        ? Instant.parse(text)
        : LocalDate.parse(text).plusDays(end).atStartOfDay(zone).toInstant();
  }

  @FunctionalInterface
  private interface Answer {
    Reply to(Filter filter);
  }
}
