// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// The way to a place in a JSON object, such as `steps[2].config.dataKey`: names of members and
/// numbers of items. A change at a place leaves everything else as it is, also what nobody here knows.
public record JsonPath(List<Object> parts) {
  public static final JsonPath ROOT = new JsonPath(List.of());
  private static final Pattern PART = Pattern.compile("\\.?([^.\\[\\]]+)|\\[([0-9]{1,6})]");

  /// @throws IllegalArgumentException when a part is neither a name nor a number from 0
  public JsonPath {
    parts = List.copyOf(parts);
    if (!parts.stream().allMatch(JsonPath::isPart)) {
      throw new IllegalArgumentException("not a path: " + parts);
    }
  }

  /// Reads the written form.
  public static JsonPath of(String written) {
    List<Object> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(written);
    int end = 0;
    while (matcher.lookingAt()) {
      parts.add(matcher.group(1) == null ? Integer.valueOf(matcher.group(2)) : matcher.group(1));
      end = matcher.end();
      matcher.region(end, written.length());
    }
    if (end < written.length()) {
      throw new IllegalArgumentException("not a path: " + written);
    }
    return new JsonPath(parts);
  }

  /// A member of the object that is here.
  public JsonPath at(String name) {
    return with(name);
  }

  /// An item of the list that is here.
  public JsonPath at(int item) {
    return with(item);
  }

  /// Further, by the written form of the rest.
  public JsonPath then(String more) {
    List<Object> all = new ArrayList<>(parts);
    all.addAll(of(more).parts);
    return new JsonPath(all);
  }

  /// Whether this is `other` or lies in it.
  public boolean within(JsonPath other) {
    return parts.size() >= other.parts.size()
        && parts.subList(0, other.parts.size()).equals(other.parts);
  }

  public Optional<Object> in(JsonObject json) {
    Object at = json.members();
    for (Object part : parts) {
      Object below =
          switch (at) {
            case Map<?, ?> map when part instanceof String -> map.get(part);
            case List<?> list when part instanceof Integer i && i < list.size() -> list.get(i);
            default -> null;
          };
      if (below == null) {
        return Optional.empty();
      }
      at = below;
    }
    return Optional.of(at);
  }

  /// The text that is here; empty where there is none.
  public String text(JsonObject json) {
    return in(json).map(String::valueOf).orElse("");
  }

  /// The objects of the list that is here.
  public List<JsonObject> items(JsonObject json) {
    List<JsonObject> items = new ArrayList<>();
    if (in(json).orElse(null) instanceof List<?> list) {
      list.forEach(item -> items.add(JsonObject.of("x", item).object("x")));
    }
    return items;
  }

  /// The same with this value here; objects on the way are made where there are none.
  public JsonObject put(JsonObject json, Object value) {
    return edited(json, _ -> value);
  }

  /// The same without what is here.
  public JsonObject remove(JsonObject json) {
    return edited(json, _ -> null);
  }

  /// The same with one more item in the list that is here, made where there is none.
  public JsonObject insert(JsonObject json, int index, Object value) {
    return list(json, items -> items.add(Math.clamp(index, 0, items.size()), value));
  }

  /// The same with an item of the list that is here in another place.
  public JsonObject move(JsonObject json, int from, int to) {
    return list(json, items -> items.add(to, items.remove(from)));
  }

  @Override
  public String toString() {
    StringBuilder written = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof Integer) {
        written.append('[').append(part).append(']');
      } else {
        written.append(written.isEmpty() ? "" : ".").append(part);
      }
    }
    return written.toString();
  }

  private JsonPath with(Object part) {
    List<Object> all = new ArrayList<>(parts);
    all.add(part);
    return new JsonPath(all);
  }

  private JsonObject list(JsonObject json, Consumer<List<Object>> change) {
    return edited(
        json,
        before -> {
          List<Object> items = new ArrayList<>(before instanceof List<?> list ? list : List.of());
          change.accept(items);
          return items;
        });
  }

  private JsonObject edited(JsonObject json, UnaryOperator<@Nullable Object> edit) {
    Object changed = edited(json.members(), parts, edit);
    return changed instanceof Map<?, ?> map ? JsonObject.of("x", map).object("x") : JsonObject.EMPTY;
  }

  private static @Nullable Object edited(
      @Nullable Object at, List<Object> parts, UnaryOperator<@Nullable Object> edit) {
    if (parts.isEmpty()) {
      return edit.apply(at);
    }
    List<Object> rest = parts.subList(1, parts.size());
    if (parts.getFirst() instanceof Integer index) {
      List<@Nullable Object> items = new ArrayList<>(at instanceof List<?> list ? list : List.of());
      boolean there = index < items.size();
      Object item = edited(there ? items.get(index) : null, rest, edit);
      if (there) {
        items.remove((int) index);
      }
      if (item != null) {
        items.add(Math.min(index, items.size()), item);
      }
      return items;
    }
    Map<Object, @Nullable Object> members =
        new LinkedHashMap<>(at instanceof Map<?, ?> map ? map : Collections.emptyMap());
    Object member = edited(members.get(parts.getFirst()), rest, edit);
    if (member == null) {
      members.remove(parts.getFirst());
    } else {
      members.put(parts.getFirst(), member);
    }
    return members;
  }

  private static boolean isPart(Object part) {
    return part instanceof Integer index ? index >= 0 : part instanceof String name && !name.isEmpty();
  }
}
