// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.history;

import io.secureprint.agent.observe.History.Filter;
import io.secureprint.app.fx.Phrase;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The days to look at.
enum Period {
  ANY(Phrase.PERIOD_ANY),
  TODAY(Phrase.TODAY),
  YESTERDAY(Phrase.PERIOD_YESTERDAY),
  WEEK(Phrase.PERIOD_WEEK),
  MONTH(Phrase.PERIOD_MONTH),
  /// One that is picked in a calendar.
  DAY(Phrase.PERIOD_DAY);

  private static final int WEEK_DAYS = 7;
  private static final int MONTH_DAYS = 30;

  private final Phrase phrase;

  Period(Phrase phrase) {
    this.phrase = phrase;
  }

  Phrase phrase() {
    return phrase;
  }

  /// `day` is the picked one; until one is picked, any day counts.
  Span span(LocalDate today, @Nullable LocalDate day, ZoneId zone) {
    return switch (this) {
      case ANY -> Span.EVER;
      case TODAY -> Span.of(today, today, zone);
      case YESTERDAY -> Span.of(today.minusDays(1), today.minusDays(1), zone);
      case WEEK -> Span.of(today.minusDays(WEEK_DAYS - 1), today, zone);
      case MONTH -> Span.of(today.minusDays(MONTH_DAYS - 1), today, zone);
      case DAY -> day == null ? Span.EVER : Span.of(day, day, zone);
    };
  }

  /// From one time on and before another.
  record Span(Instant from, Instant to) {
    static final Span EVER = new Span(Filter.EVER, Filter.ALWAYS);

    static Span of(LocalDate first, LocalDate last, ZoneId zone) {
      return new Span(
          first.atStartOfDay(zone).toInstant(),
          last.plusDays(1).atStartOfDay(zone).toInstant());
    }
  }
}
