// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.engine.definition.Finding.Kind;
import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// One object of the JSON being read, and where it stands. What is wrong is noted, and something
/// harmless read instead, so that one reading finds everything.
final class Place {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,39}");
  private static final Pattern KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,39}");

  private final JsonObject json;
  private final String where;
  private final List<Finding> findings;
  private final Set<String> asked = new HashSet<>();

  Place(JsonObject json, String where, List<Finding> findings) {
    this.json = json;
    this.where = where;
    this.findings = findings;
  }

  JsonObject json() {
    return json;
  }

  String where() {
    return where;
  }

  String at(String name) {
    return where.isEmpty() ? name : where + "." + name;
  }

  void note(String name, Kind kind, String... args) {
    findings.add(Finding.of(name.isEmpty() ? where : at(name), kind, args));
  }

  boolean has(String name) {
    return json.member(name).isPresent();
  }

  /// Whoever has asked for everything it knows finds out what else there is.
  void done() {
    json.names().stream()
        .filter(name -> !asked.contains(name))
        .forEach(name -> note(name, Kind.UNKNOWN_MEMBER, name));
  }

  /// A text; `fallback` where there is none.
  String text(String name, String fallback, int longest) {
    return switch (member(name)) {
      case null -> fallback;
      case String text when text.length() <= longest -> text;
      case String _ -> noted(name, Kind.TOO_LONG, fallback, String.valueOf(longest));
      default -> noted(name, Kind.WRONG_KIND, fallback, "a text");
    };
  }

  String needed(String name, int longest) {
    String text = text(name, "", longest);
    if (text.isBlank() && !has(name)) {
      note(name, Kind.MISSING);
    }
    return text;
  }

  /// The name of a step or a form; empty where there is none.
  String name(String name) {
    return matching(name, NAME);
  }

  /// A name that can stand in a path; empty where there is none.
  String key(String name) {
    return matching(name, KEY);
  }

  private String matching(String name, Pattern pattern) {
    String text = text(name, "", 40);
    if (has(name) && !pattern.matcher(text).matches()) {
      return noted(name, Kind.NO_NAME, "");
    }
    return text;
  }

  boolean yes(String name, boolean fallback) {
    return switch (member(name)) {
      case null -> fallback;
      case Boolean yes -> yes;
      default -> noted(name, Kind.WRONG_KIND, fallback, "true or false");
    };
  }

  long whole(String name, long fallback, long least, long most) {
    return switch (member(name)) {
      case null -> fallback;
      case Long value when value >= least && value <= most -> value;
      case Integer value when value >= least && value <= most -> value;
      case Long _, Integer _ ->
          noted(name, Kind.OUT_OF_RANGE, fallback, String.valueOf(least), String.valueOf(most));
      default -> noted(name, Kind.WRONG_KIND, fallback, "a whole number");
    };
  }

  @Nullable BigDecimal number(String name) {
    return switch (member(name)) {
      case null -> null;
      case Number value -> new BigDecimal(value.toString());
      default -> noted(name, Kind.WRONG_KIND, BigDecimal.ZERO, "a number");
    };
  }

  <E extends Enum<E>> E one(String name, Class<E> type, E fallback) {
    String text = text(name, fallback.name(), 40);
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseGet(
            () -> noted(name, Kind.NOT_ONE_OF, fallback, names(Arrays.asList(type.getEnumConstants()))));
  }

  String oneOf(String name, String fallback, Collection<String> allowed) {
    String text = text(name, fallback, 40);
    return allowed.contains(text)
        ? text
        : noted(name, Kind.NOT_ONE_OF, fallback, names(allowed.stream().sorted().toList()));
  }

  /// What a person reads; empty where there is nothing.
  Optional<Words> words(String name) {
    Object value = member(name);
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(new WordsReader(this, name).read(value));
  }

  Words neededWords(String name) {
    return words(name).orElseGet(() -> {
      note(name, Kind.MISSING);
      return Words.plain("");
    });
  }

  Optional<DataPath> path(String name, String text) {
    try {
      return Optional.of(DataPath.of(text));
    } catch (IllegalArgumentException _) {
      note(name, Kind.BAD_PATH, text);
      return Optional.empty();
    }
  }

  /// Names and paths, such as a mapping.
  Map<String, DataPath> paths(String name) {
    Map<String, DataPath> paths = new LinkedHashMap<>();
    Place inner = inner(name);
    for (String target : inner.json.names()) {
      String text = inner.text(target, "", 200);
      inner.path(target, text).ifPresent(path -> paths.put(target, path));
    }
    return paths;
  }

  /// The object of this name; one without members where there is none.
  Place inner(String name) {
    Object value = member(name);
    if (value != null && !(value instanceof Map)) {
      note(name, Kind.WRONG_KIND, "an object");
    }
    return new Place(json.object(name), at(name), findings);
  }

  /// The objects of a list.
  List<Place> items(String name, int most) {
    List<?> list =
        switch (member(name)) {
          case null -> List.of();
          case List<?> items -> items;
          default -> noted(name, Kind.WRONG_KIND, List.of(), "a list");
        };
    if (list.size() > most) {
      note(name, Kind.TOO_MANY, String.valueOf(most));
    }
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < Math.min(list.size(), most); i++) {
      String each = at(name) + "[" + i + "]";
      if (list.get(i) instanceof Map<?, ?> map) {
        places.add(new Place(JsonObject.of("x", map).object("x"), each, findings));
      } else {
        findings.add(Finding.of(each, Kind.WRONG_KIND, "an object"));
      }
    }
    return places;
  }

  private @Nullable Object member(String name) {
    asked.add(name);
    return json.members().get(name);
  }

  private <T> T noted(String name, Kind kind, T instead, String... args) {
    note(name, kind, args);
    return instead;
  }

  private static String names(List<?> values) {
    return String.join(", ", values.stream().map(String::valueOf).toList());
  }
}
