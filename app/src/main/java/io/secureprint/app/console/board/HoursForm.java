// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.board;

import io.secureprint.agent.board.CalendarDraft;
import io.secureprint.agent.board.ShopCalendar;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The shop's hours while they are changed: a line of spans for each weekday, and the festivals.
final class HoursForm {
  private final Map<DayOfWeek, StringProperty> days = new EnumMap<>(DayOfWeek.class);
  private final ObservableMap<String, String> festivals =
      FXCollections.observableMap(new TreeMap<>());
  private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
  private final StringProperty name = new SimpleStringProperty("");
  private String zone = "";

  HoursForm() {
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, new SimpleStringProperty(""));
    }
  }

  StringProperty day(DayOfWeek day) {
    return Objects.requireNonNull(days.get(day));
  }

  /// Names by date, the earliest first.
  ObservableMap<String, String> festivals() {
    return festivals;
  }

  /// The date of the festival that is being added.
  ObjectProperty<@Nullable LocalDate> date() {
    return date;
  }

  /// Its name.
  StringProperty name() {
    return name;
  }

  void load(ShopCalendar calendar) {
    CalendarDraft draft = CalendarDraft.of(calendar);
    zone = draft.zone();
    days.forEach(
        (day, text) -> text.set(String.join(", ", draft.hours().getOrDefault(word(day), List.of()))));
    festivals.clear();
    festivals.putAll(draft.festivals());
  }

  void onAdd() {
    LocalDate chosen = date.get();
    if (chosen != null && !name.get().isBlank()) {
      festivals.put(chosen.toString(), name.get().strip());
      date.set(null);
      name.set("");
    }
  }

  CalendarDraft draft() {
    return new CalendarDraft(
        zone,
        days.entrySet().stream()
            .collect(Collectors.toMap(day -> word(day.getKey()), day -> spans(day.getValue().get()))),
        festivals);
  }

  private static List<String> spans(String typed) {
    return Arrays.stream(typed.split("[,;]", -1))
        .map(span -> span.replace('–', '-').replace(" ", ""))
        .filter(span -> !span.isEmpty())
        .toList();
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
