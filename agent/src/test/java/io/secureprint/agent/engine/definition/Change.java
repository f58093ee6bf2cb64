// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.JsonObject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// One change of a JSON: another value at a path, or none where the value is empty.
final class Change {
  private Change() {}

  static JsonObject of(JsonObject json, String path, String value) {
    @Nullable Object given =
        value.isEmpty() ? null
            : JsonObject.parse("{\"x\":" + value + "}").members().get("x");
    return new JsonObject(map(json.members(), List.of(path.split("\\.")), given));
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map, List<String> path, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new HashMap<>();
    map.forEach((name, each) -> copy.put((String) name, each));
    String name = path.getFirst();
    Object below = path.size() == 1 ? value : below(copy.get(name), path.subList(1, path.size()), value);
    if (below == null) {
      copy.remove(name);
    } else {
      copy.put(name, below);
    }
    return copy;
  }

  private static @Nullable Object below(@Nullable Object at, List<String> path, @Nullable Object value) {
    if (at instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list);
      int index = Integer.parseInt(path.getFirst());
      copy.set(
          index,
          path.size() == 1 ? value : map((Map<?, ?>) list.get(index), path.subList(1, path.size()), value));
      return copy;
    }
    return map((Map<?, ?>) Objects.requireNonNull(at), path, value);
  }
}
