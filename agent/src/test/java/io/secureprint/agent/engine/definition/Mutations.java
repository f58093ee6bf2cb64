// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.kernel.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A JSON text with one thing changed, in every way and everywhere.
final class Mutations {
  private static final List<Object> OTHERS =
      List.of("", "x", "x".repeat(3_000), 7, -1, 9_000_000_000L, 1.5, true, List.of(), Map.of(), Map.of("odd", 1));

  private Mutations() {}

  static Stream<JsonObject> of(JsonObject text) {
    return map(text.members()).map(changed -> JsonObject.of("x", changed).object("x"));
  }

  private static Stream<Object> any(Object value) {
    Stream<Object> inside =
        switch (value) {
          case Map<?, ?> map -> map(map);
          case List<?> list -> list(list);
          default -> Stream.of();
        };
    return Stream.concat(OTHERS.stream(), inside);
  }

  private static Stream<Object> map(Map<?, ?> map) {
    Stream<Object> changed =
        map.entrySet().stream()
            .flatMap(each -> any(each.getValue()).map(other -> with(map, each.getKey(), other)));
    Stream<Object> without =
        map.keySet().stream().map(name -> {
          Map<Object, Object> less = new LinkedHashMap<>(map);
          less.remove(name);
          return less;
        });
    return Stream.of(changed, without, Stream.<Object>of(with(map, "odd", 1)))
        .flatMap(each -> each);
  }

  private static Map<Object, Object> with(Map<?, ?> map, Object name, Object value) {
    Map<Object, Object> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }

  private static Stream<Object> list(List<?> list) {
    return Stream.iterate(0, at -> at < list.size(), at -> at + 1)
        .flatMap(at -> any(list.get(at)).map(other -> {
          List<Object> changed = new ArrayList<>(list);
          changed.set(at, other);
          return changed;
        }));
  }
}
