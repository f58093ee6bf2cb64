// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import io.secureprint.agent.kernel.Paise;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/// Every workflow that ran, newest first, without a trace of what was printed.
public interface History {
  /// Rows of one page.
  int MOST = 1_000;
  /// Characters.
  int LONGEST_TEXT = 100;

  /// Rows that match, at most `query.limit()`, behind `query.after()` where that is given.
  List<Row> search(Query query);

  /// What all rows that match come to.
  Figures figures(Filter filter);

  /// The steps of one execution in the order they ran.
  List<Step> steps(String executionId);

  /// `text` matches the easy name, the correlation id's start, the status or a code, whatever the
  /// case; empty matches all. `status` is that of a [Row], or empty for all. Started from `from` on
  /// and before `to`.
  record Filter(String text, String status, Instant from, Instant to) {
    /// Before the first and behind the last there can be.
    public static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    public static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");
    public static final Filter ALL = new Filter("", "", EVER, ALWAYS);

    public Filter {
      if (text.length() > LONGEST_TEXT || status.length() > LONGEST_TEXT) {
        throw new IllegalArgumentException("a search text has at most 100 characters");
      }
    }
  }

  /// A page of what matches.
  record Query(Filter filter, @Nullable Cursor after, int limit) {
    public Query {
      if (limit < 1 || limit > MOST) {
        throw new IllegalArgumentException("limit out of range: " + limit);
      }
    }

    /// Whatever has this text and started before that time, where one is given.
    public Query(String text, @Nullable Instant before, int limit) {
      this(
          new Filter(text, "", Filter.EVER, Filter.ALWAYS),
          before == null ? null : new Cursor(before, ""),
          limit);
    }
  }

  /// How far a reader has come: the last row read.
  record Cursor(Instant startedAt, String executionId) {}

  /// How many ended in which way, how long those took that were completed, and with which codes those
  /// ended that were not, the most frequent first.
  record Figures(
      int completed, int failed, int cancelled, int running, @Nullable Spans took, List<Count> codes) {
    public Figures {
      codes = List.copyOf(codes);
    }

    public int all() {
      return completed + failed + cancelled + running;
    }

    /// Of those that came to an end that was meant to be an end, the share that was completed, in
    /// percent: a customer who goes away is no failure. Empty while there are none.
    public OptionalDouble success() {
      int ended = completed + failed;
      return ended == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * completed / ended);
    }
  }

  /// Half of them took at most `half`, 95 and 99 of a hundred at most the others.
  record Spans(Duration half, Duration most, Duration nearlyAll) {}

  record Count(String code, int times) {}

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
      @Nullable Instant endedAt) {
    public Cursor cursor() {
      return new Cursor(startedAt, executionId);
    }
  }

  /// One step, or one attempt at it.
  record Step(
      String step,
      int attempt,
      String status,
      @Nullable String code,
      Instant startedAt,
      @Nullable Instant endedAt) {}
}
