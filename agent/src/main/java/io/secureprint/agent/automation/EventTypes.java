// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The events that automations may go by, and what is written in each: read from `events.txt` beside
/// this class.
public final class EventTypes {
  private final Map<String, Kind> kinds;

  private EventTypes(Map<String, Kind> kinds) {
    this.kinds = kinds;
  }

  public static EventTypes ofTheShop() {
    try (InputStream in = EventTypes.class.getResourceAsStream("events.txt")) {
      String text = new String(Objects.requireNonNull(in, "events.txt").readAllBytes(), UTF_8);
      Map<String, Kind> kinds = new LinkedHashMap<>();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().split("\\s+"))
          .forEach(words -> kinds.put(words[0], kind(words)));
      return new EventTypes(kinds);
    } catch (IOException e) {
      throw new UncheckedIOException("events.txt", e);
    }
  }

  private static Kind kind(String[] words) {
    Map<String, FieldType> fields = new TreeMap<>();
    for (int at = 2; at < words.length; at++) {
      String[] field = words[at].split(":", -1);
      fields.put(field[0], field.length == 1 ? FieldType.TEXT : FieldType.valueOf(field[1]));
    }
    return new Kind(words[1], fields);
  }

  public Set<String> names() {
    return kinds.keySet();
  }

  Optional<Kind> find(String type) {
    return Optional.ofNullable(kinds.get(type));
  }

  /// What all of these types have alike.
  Map<String, FieldType> common(List<String> types) {
    Map<String, FieldType> common = new TreeMap<>();
    List<Kind> found = types.stream().map(kinds::get).filter(Objects::nonNull).toList();
    if (!found.isEmpty()) {
      common.putAll(found.getFirst().fields());
      found.forEach(kind -> common.entrySet().retainAll(kind.fields().entrySet()));
    }
    return common;
  }

  /// What an event is about, and its fields.
  record Kind(String about, Map<String, FieldType> fields) {}

  /// What kind of value a field has.
  public enum FieldType {
    TEXT, NUMBER, FLAG, TIME
  }
}
