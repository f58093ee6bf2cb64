// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.observe.History.Cursor;
import io.secureprint.agent.observe.History.Filter;
import io.secureprint.agent.observe.History.Query;
import io.secureprint.agent.observe.History.Row;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// What a filter of the history shows, as a file: read page by page and written as it is read, so
/// that a long past needs no memory and holds up no payment. There is no data of a customer in it.
public final class HistoryExport {
  /// Rows of one file; a year of a busy shop.
  public static final int MOST = 200_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final History history;
  private final ZoneId zone;

  /// `zone` is whose times people read in the table.
  public HistoryExport(History history, ZoneId zone) {
    this.history = history;
    this.zone = zone;
  }

  /// Writes a table (RFC 4180) with a mark by which Excel knows UTF-8, and answers how many rows it
  /// has. One that breaks off ends with a whole row.
  public int csv(Filter filter, Titles titles, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, UTF_8);
    try {
      writer.write('\uFEFF');
      writer.write(CsvLine.of(titles.columns()));
      return each(filter, row -> writer.write(CsvLine.of(cells(row, titles))));
    } finally {
      writer.flush();
    }
  }

  /// Writes `{"executions":[…],"complete":true}`: times are ISO 8601, money is paise. Not complete is
  /// what has more rows than [#MOST].
  public int json(Filter filter, OutputStream out) throws IOException {
    JsonGenerator json = JsonMapper.shared().createGenerator(out);
    json.writeStartObject();
    json.writeArrayPropertyStart("executions");
    int rows = each(filter, row -> write(json, row));
    json.writeEndArray();
    json.writeBooleanProperty("complete", rows < MOST);
    json.writeEndObject();
    json.flush();
    return rows;
  }

  private int each(Filter filter, Taker taker) throws IOException {
    int rows = 0;
    @Nullable Cursor after = null;
    List<Row> page;
    do {
      page = history.search(new Query(filter, after, Math.min(History.MOST, MOST - rows)));
      for (Row row : page) {
        taker.take(row);
      }
      rows += page.size();
      after = page.isEmpty() ? null : page.getLast().cursor();
    } while (page.size() == History.MOST && rows < MOST);
    return rows;
  }

  private List<String> cells(Row row, Titles titles) {
    return List.of(
        time(row.startedAt()),
        row.endedAt() == null ? "" : time(row.endedAt()),
        row.endedAt() == null ? "" : seconds(row.startedAt(), row.endedAt()),
        row.name(),
        titles.status().apply(row.status()),
        row.code() == null ? "" : row.code(),
        Integer.toString(row.sheets()),
        CsvLine.rupees(row.paid()),
        row.workflow(),
        row.correlationId());
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  private static String seconds(Instant from, Instant to) {
    return String.format(Locale.ROOT, "%.3f", Duration.between(from, to).toMillis() / 1000.0);
  }

  private static void write(JsonGenerator json, Row row) {
    json.writeStartObject();
    json.writeStringProperty("executionId", row.executionId());
    json.writeStringProperty("correlationId", row.correlationId());
    json.writeStringProperty("workflow", row.workflow());
    json.writeStringProperty("name", row.name());
    json.writeStringProperty("status", row.status());
    json.writeStringProperty("code", row.code());
    json.writeNumberProperty("sheets", row.sheets());
    json.writeNumberProperty("paise", row.paid().value());
    json.writeStringProperty("startedAt", row.startedAt().toString());
    json.writeStringProperty("endedAt", row.endedAt() == null ? null : row.endedAt().toString());
    json.writeEndObject();
  }

  /// What a table says in its first line, and how it names a status.
  public record Titles(List<String> columns, UnaryOperator<String> status) {
    /// Columns of the table.
    public static final int COLUMNS = 10;
    /// For programs.
    public static final Titles PLAIN =
        new Titles(
            List.of(
                "started", "ended", "seconds", "name", "status", "code", "sheets", "rupees",
                "workflow", "number"),
            status -> status);

    public Titles {
      columns = List.copyOf(columns);
      if (columns.size() != COLUMNS) {
        throw new IllegalArgumentException("the table has 10 columns, not " + columns.size());
      }
    }
  }

  @FunctionalInterface
  private interface Taker {
    void take(Row row) throws IOException;
  }
}
