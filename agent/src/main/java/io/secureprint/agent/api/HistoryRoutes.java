// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.api.route.ApiError;
import io.secureprint.agent.api.route.Call;
import io.secureprint.agent.api.route.Described;
import io.secureprint.agent.api.route.Moments;
import io.secureprint.agent.api.route.Nothing;
import io.secureprint.agent.api.route.Refusal;
import io.secureprint.agent.api.route.Reply;
import io.secureprint.agent.api.route.Route;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.observe.CsvLine;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.observe.History.Filter;
import io.secureprint.agent.observe.HistoryExport;
import io.secureprint.agent.observe.HistoryExport.Titles;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The history for programs: a page of it, or all of it as a file.
public final class HistoryRoutes {
  static final int ONE_PAGE = 100;
  private static final Logger LOG = LoggerFactory.getLogger(HistoryRoutes.class);

  private final History history;
  private final HistoryExport export;
  private final ZoneId zone;

  private HistoryRoutes(History history, ZoneId zone) {
    this.history = history;
    this.export = new HistoryExport(history, zone);
    this.zone = zone;
  }

  /// `zone` is where the shop's days begin.
  public static List<Route<?, ?, ?>> of(History history, ZoneId zone) {
    HistoryRoutes routes = new HistoryRoutes(history, zone);
    return List.of(
        Route.get("/api/history")
            .named("history", "The newest prints and other workflows")
            .with(Chosen.class)
            .answers(ApiViews.History.class, routes::newest),
        Route.get("/api/history.csv")
            .named("historyCsv", "The history as a table")
            .with(Chosen.class)
            .answersMedia("text/csv; charset=utf-8", routes::csv),
        Route.get("/api/history.json")
            .named("historyJson", "The whole history")
            .with(Chosen.class)
            .answersMedia("application/json", routes::json));
  }

  private ApiViews.History newest(Call<Chosen, Nothing> call) throws Refusal {
    Filter filter = filter(call.parameters());
    return ApiViews.history(history.search(new History.Query(filter, null, ONE_PAGE)));
  }

  /// A table that breaks off says so in its last line, since HTTP cannot any more.
  private Reply csv(Call<Chosen, Nothing> call) throws Refusal {
    Filter filter = filter(call.parameters());
    return Reply.streamed("text/csv; charset=utf-8", out -> table(filter, out))
        .with("Content-Disposition", "attachment; filename=\"history.csv\"");
  }

  private void table(Filter filter, OutputStream out) throws IOException {
    try {
      export.csv(filter, Titles.PLAIN, out);
    } catch (RuntimeException e) {
      LOG.error("a table of the history breaks off", e);
      String code = e instanceof UnitOfWork.Unavailable ? "STORAGE_FAILED" : "INTERNAL";
      out.write(CsvLine.of(List.of("INCOMPLETE", code)).getBytes(UTF_8));
    }
  }

  /// JSON that breaks off has no end, and neither has the answer, which every reader sees.
  private Reply json(Call<Chosen, Nothing> call) throws Refusal {
    Filter filter = filter(call.parameters());
    return Reply.streamed("application/json", out -> export.json(filter, out));
  }

  private Filter filter(Chosen chosen) throws Refusal {
    try {
      return new Filter(
          chosen.text() == null ? "" : chosen.text(),
          chosen.status() == null ? "" : chosen.status(),
          chosen.from() == null ? Filter.EVER : time(chosen.from(), 0),
          chosen.to() == null ? Filter.ALWAYS : time(chosen.to(), 1));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw ApiError.QUERY_WRONG.because(String.valueOf(e.getMessage()));
    }
  }

  /// A day of the shop, its `end` where 1, or an instant.
  private Instant time(String text, int end) {
    return text.contains("T")
        ? Moments.instant(text)
        : Moments.day(text).plusDays(end).atStartOfDay(zone).toInstant();
  }

  record Chosen(
      @Described("What is looked for in names and numbers.") @Nullable String text,
      @Described(value = "How it ended.", example = "FAILED") @Nullable String status,
      @Described(
              value = "From this day of the shop, or this moment, on.",
              max = 40,
              example = "2026-11-21")
          @Nullable String from,
      @Described(
              value = "Until the end of this day of the shop, or until this moment.",
              max = 40,
              example = "2026-11-21T18:30:00Z")
          @Nullable String to) {}
}
