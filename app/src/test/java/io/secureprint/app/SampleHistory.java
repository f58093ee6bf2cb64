// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.observe.History;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A past in memory: `count` runs, ninety seconds apart, newest first.
public final class SampleHistory implements History {
  public final List<Query> queries = new ArrayList<>();
  public boolean broken;
  private final List<Row> rows = new ArrayList<>();

  public SampleHistory(int count) {
    for (int at = 0; at < count; at++) {
      rows.add(row(at));
    }
  }

  @Override
  public List<Row> search(Query query) {
    queries.add(query);
    if (broken) {
      throw new IllegalStateException("the database is gone");
    }
    Cursor after = query.after();
    return rows.stream()
        .filter(row -> matches(row, query.filter()))
        .filter(row -> after == null || row.startedAt().isBefore(after.startedAt()))
        .limit(query.limit())
        .toList();
  }

  @Override
  public Figures figures(Filter filter) {
    Map<String, Long> count =
        rows.stream()
            .filter(row -> matches(row, filter))
            .collect(Collectors.groupingBy(Row::status, Collectors.counting()));
    int failed = count.getOrDefault("FAILED", 0L).intValue();
    int gone = count.getOrDefault("CANCELLED", 0L).intValue();
    int done = count.getOrDefault("COMPLETED", 0L).intValue();
    return new Figures(
        done,
        failed,
        gone,
        count.getOrDefault("IN_PROGRESS", 0L).intValue(),
        done == 0
            ? null
            : new Spans(Duration.ofMillis(82_400), Duration.ofSeconds(171), Duration.ofSeconds(384)),
        Stream.of(new Count("SESSION_IDLE", gone), new Count("PRINT_IN_DOUBT", failed))
            .filter(code -> code.times() > 0)
            .toList());
  }

  private static boolean matches(Row row, Filter filter) {
    String text = filter.text().toLowerCase(Locale.ROOT);
    return (row.name() + row.status()).toLowerCase(Locale.ROOT).contains(text)
        && (filter.status().isEmpty() || row.status().equals(filter.status()))
        && !row.startedAt().isBefore(filter.from())
        && row.startedAt().isBefore(filter.to());
  }

  @Override
  public List<Step> steps(String executionId) {
    Row row =
        rows.stream().filter(each -> each.executionId().equals(executionId)).findFirst().orElseThrow();
    Instant start = row.startedAt();
    return List.of(
        step("choose", 1, "COMPLETED", null, start, 0, 41_000),
        step("payment", 1, "COMPLETED", null, start, 41_000, 62_500),
        step("print", 1, "FAILED", "PRINTER_SILENT", start, 62_500, 66_000),
        step("print", 2, "COMPLETED", null, start, 66_000, 82_000),
        step("cleanup", 1, "COMPLETED", null, start, 82_000, 82_090));
  }

  private static Step step(
      String step, int attempt, String status, @Nullable String code,
      Instant start, long from, long to) {
    return new Step(step, attempt, status, code, start.plusMillis(from), start.plusMillis(to));
  }

  private static Row row(int at) {
    Instant started = SampleShop.NOW.minusSeconds(60 + 90L * at);
    String status =
        at == 0 ? "IN_PROGRESS" : at % 11 == 5 ? "FAILED" : at % 7 == 3 ? "CANCELLED" : "COMPLETED";
    boolean done = status.equals("COMPLETED");
    return new Row(
        "run-" + at,
        String.format("%08x-9a4c", 0x5f3c21 + at * 7919),
        "print-journey@v1",
        SampleShop.NAMES.get(at % SampleShop.NAMES.size()).english(),
        status,
        status.equals("FAILED") ? "PRINT_IN_DOUBT" : status.equals("CANCELLED") ? "SESSION_IDLE" : null,
        done ? at % 40 + 1 : 0,
        done ? 3 : 0,
        done ? new Paise((at % 40 + 1) * 200L) : Paise.ZERO,
        started,
        at == 0 ? null : started.plusMillis(82_090 + at * 131L));
  }
}
