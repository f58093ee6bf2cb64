// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A JSON object as plain immutable Java values: maps, lists, strings, numbers, booleans. A member that
/// is null counts as missing. At most [#DEEPEST] levels deep.
public record JsonObject(Map<String, Object> members) {
  public static final JsonObject EMPTY = new JsonObject(Map.of());
  /// How deep objects and lists may lie in each other.
  public static final int DEEPEST = 32;
  /// The same for what others send, so that it can be kept within something of the shop's own.
  public static final int DEEPEST_OUTSIDE = 24;
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final JsonMapper MAPPER = mapper(DEEPEST);
  private static final JsonMapper OUTSIDE = mapper(DEEPEST_OUTSIDE);

  public JsonObject {
    members = object(members, 1);
  }

  public static JsonObject of(String name, Object value) {
    return new JsonObject(Map.of(name, value));
  }

  /// A copy of a map whose values may be missing.
  public static JsonObject copy(Map<String, ? extends @Nullable Object> members) {
    return new JsonObject(object(members, 1));
  }

  /// Reads UTF-8.
  ///
  /// @throws IllegalArgumentException saying where the text is not a JSON object
  public static JsonObject parse(byte[] text) {
    return read(MAPPER, text);
  }

  /// Reads UTF-8 that another server sent.
  ///
  /// @throws IllegalArgumentException saying where the text is not a JSON object, or too deep
  public static JsonObject received(byte[] text) {
    return read(OUTSIDE, text);
  }

  private static JsonObject read(JsonMapper mapper, byte[] text) {
    try {
      return of(mapper.readValue(text, MAP));
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  /// Reads what people wrote.
  ///
  /// @throws IllegalArgumentException saying where the text is not a JSON object
  public static JsonObject parse(String text) {
    try {
      return of(MAPPER.readValue(text, MAP));
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  /// In UTF-8, without spaces.
  public byte[] bytes() {
    return MAPPER.writeValueAsBytes(members);
  }

  /// For people: a member to a line.
  public String pretty() {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(members) + "\n";
  }

  public Set<String> names() {
    return members.keySet();
  }

  public Optional<Object> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// The member where it is a string.
  public Optional<String> text(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// The member where it is an object; otherwise one without members.
  public JsonObject object(String name) {
    return members.get(name) instanceof Map<?, ?> map ? cast(map) : EMPTY;
  }

  public JsonObject with(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.put(name, value);
    return new JsonObject(all);
  }

  /// The same without what stands at `path`.
  public JsonObject without(DataPath path) {
    List<String> names = path.names();
    Map<String, Object> rest = new LinkedHashMap<>(members);
    if (names.size() == 1) {
      rest.remove(path.root());
    } else if (rest.containsKey(path.root())) {
      JsonObject below = object(path.root()).without(new DataPath(names.subList(1, names.size())));
      rest.put(path.root(), below.members());
    }
    return new JsonObject(rest);
  }

  /// Members of `more` win; where both have an object, the two become one in the same way.
  public JsonObject merged(JsonObject more) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    more.members.forEach(
        (name, value) ->
            all.merge(
                name,
                value,
                (mine, theirs) ->
                    mine instanceof Map<?, ?> a && theirs instanceof Map<?, ?> b
                        ? cast(a).merged(cast(b)).members
                        : theirs));
    return new JsonObject(all);
  }

  private static JsonMapper mapper(int deepest) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(deepest).build())
                .build())
        .enable(DeserializationFeature.USE_LONG_FOR_INTS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private static JsonObject of(@Nullable Map<String, Object> read) {
    if (read == null) {
      throw new IllegalArgumentException("not a JSON object");
    }
    return new JsonObject(read);
  }

  private static IllegalArgumentException notJson(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    return new IllegalArgumentException("not a JSON object: " + where + e.getOriginalMessage(), e);
  }

  private static JsonObject cast(Map<?, ?> map) {
    return new JsonObject(object(map, 1));
  }

  private static Map<String, Object> object(Map<?, ?> given, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("JSON deeper than " + DEEPEST + " levels");
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    given.forEach((name, value) -> {
      if (value != null) {
        copy.put(String.valueOf(name), value(value, depth));
      }
    });
    return Collections.unmodifiableMap(copy);
  }

  private static Object value(Object value, int depth) {
    return switch (value) {
      case Map<?, ?> map -> object(map, depth + 1);
      case List<?> list -> list(list, depth + 1);
      case String _, Boolean _, Number _ -> value;
      default -> throw new IllegalArgumentException("not JSON: " + value.getClass().getName());
    };
  }

  private static List<Object> list(List<?> given, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("JSON deeper than " + DEEPEST + " levels");
    }
    List<Object> copy = new ArrayList<>(given.size());
    given.forEach(item -> copy.add(value(item, depth)));
    return Collections.unmodifiableList(copy);
  }
}
