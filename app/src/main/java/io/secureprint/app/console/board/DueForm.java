// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.OpenSpan;
import io.secureprint.agent.board.ShopCalendar;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// By when a task is wanted, while it is typed: a day, and a time where the shop's closing time does
/// not do.
final class DueForm {
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
  private final StringProperty time = new SimpleStringProperty("");

  /// Null for whenever.
  ObjectProperty<@Nullable LocalDate> day() {
    return day;
  }

  /// Such as `14:30`; empty for when the shop closes.
  StringProperty time() {
    return time;
  }

  void clear() {
    day.set(null);
    time.set("");
  }

  Typed typed() {
    return new Typed(day.get(), digits(time.get().strip()));
  }

  /// Whatever script its digits are typed in.
  private static String digits(String typed) {
    StringBuilder plain = new StringBuilder();
    typed.chars()
        .forEach(
            each -> {
              int digit = Character.digit(each, 10);
              plain.append(digit < 0 ? (char) each : (char) ('0' + digit));
            });
    return plain.indexOf(":") == 1 ? "0" + plain : plain.toString();
  }

  /// What was typed, to be read by the shop's hours.
  record Typed(@Nullable LocalDate day, String time) {
    /// @return null for whenever
    /// @throws DateTimeException where this is no time, or a time of no day
    @Nullable Instant read(ShopCalendar calendar) {
      if (day == null && time.isEmpty()) {
        return null;
      }
      if (day == null) {
        throw new DateTimeException("a time of no day: " + time);
      }
      LocalTime at = time.isEmpty() ? closing(calendar, day) : LocalTime.parse(time);
      return day.atTime(at).atZone(calendar.zone()).toInstant();
    }

    private static LocalTime closing(ShopCalendar calendar, LocalDate day) {
      List<OpenSpan> spans = calendar.week().getOrDefault(day.getDayOfWeek(), List.of());
      int last = spans.isEmpty() ? 0 : spans.getLast().to();
      return last == 0 || last >= 24 * 60 ? END_OF_DAY : LocalTime.of(last / 60, last % 60);
    }
  }
}
