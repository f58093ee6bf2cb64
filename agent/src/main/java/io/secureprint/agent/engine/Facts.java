// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What an execution may remember in the database: counts, states and codes. Flat, few and short, so
/// that nothing of a customer fits in.
public record Facts(Map<String, Object> values) {
  public static final Facts NONE = new Facts(Map.of());
  private static final int MOST = 64;
  private static final int LONGEST = 200;

  public Facts {
    values = Map.copyOf(values);
    if (values.size() > MOST) {
      throw new IllegalArgumentException("too many facts: " + values.size());
    }
    values.forEach(Facts::check);
  }

  public static Facts of(String key, Object value) {
    return new Facts(Map.of(key, value));
  }

  public Facts and(Facts more) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(more.values);
    return new Facts(all);
  }

  public Facts and(String key, Object value) {
    return and(of(key, value));
  }

  public Optional<String> text(String key) {
    return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// The number, or 0 where there is none.
  public long number(String key) {
    return values.get(key) instanceof Number number ? number.longValue() : 0;
  }

  private static void check(String key, Object value) {
    boolean allowed =
        value instanceof Long
            || value instanceof Integer
            || value instanceof Boolean
            || (value instanceof String text && text.length() <= LONGEST);
    if (!key.matches("[a-zA-Z]{1,40}") || !allowed) {
      throw new IllegalArgumentException("not a fact: " + key);
    }
  }
}
