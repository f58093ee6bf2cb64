// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.graphql;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// How long JSON is when it is written out, about: what stands in it several times counts each time.
final class JsonSigns {
  private static final int OTHER = 1;

  private JsonSigns() {}

  /// Signs; no more than a little above `most` is counted.
  static long of(@Nullable Object value, long most) {
    return switch (value) {
      case String text -> text.length() + 2L;
      case Map<?, ?> map -> ofMap(map, most);
      case Iterable<?> list -> ofList(list, most);
      case null, default -> OTHER;
    };
  }

  private static long ofMap(Map<?, ?> map, long most) {
    long signs = 2;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      signs += String.valueOf(entry.getKey()).length() + 4L + of(entry.getValue(), most - signs);
      if (signs > most) {
        break;
      }
    }
    return signs;
  }

  private static long ofList(Iterable<?> list, long most) {
    long signs = 2;
    for (Object each : list) {
      signs += 1 + of(each, most - signs);
      if (signs > most) {
        break;
      }
    }
    return signs;
  }
}
