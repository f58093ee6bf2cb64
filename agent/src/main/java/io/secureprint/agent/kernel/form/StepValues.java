// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Answers by the keys of their fields: texts, numbers, booleans and lists of texts, as JSON at most
/// 8 KiB. What stands in it is a customer's.
public record StepValues(@JsonValue Map<String, Object> all) {
  public static final StepValues NONE = new StepValues(Map.of());
  public static final int MOST_BYTES = 8 << 10;
  private static final int MOST_CHOSEN = StepField.MOST_OPTIONS;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public StepValues {
    Map<String, Object> kept = new LinkedHashMap<>();
    int bytes = 2;
    for (Map.Entry<String, Object> entry : all.entrySet()) {
      JsonBytes.text("key", entry.getKey(), 64);
      Object value = plain(entry.getValue());
      bytes += JsonBytes.of(entry.getKey()) + 2 + bytes(value);
      kept.put(entry.getKey(), value);
    }
    Bounds.within("input", bytes, 0, MOST_BYTES);
    all = Collections.unmodifiableMap(kept);
  }

  /// The answer to a confirmation.
  public static StepValues accepted(boolean accepted) {
    return new StepValues(Map.of("accepted", accepted));
  }

  @Override
  public String toString() {
    return "StepValues[" + all.size() + "]";
  }

  private static Object plain(Object value) {
    return switch (value) {
      case null -> throw new IllegalArgumentException("an answer is null");
      case Boolean flag -> flag;
      case String text -> text(text);
      case Integer number -> number;
      case Long number -> whole(number);
      case Double number -> finite(number);
      case List<?> chosen -> texts(chosen);
      default -> throw new IllegalArgumentException("an answer is of no known type");
    };
  }

  private static String text(String text) {
    JsonBytes.text("answer", text, MOST_BYTES);
    return text;
  }

  private static Long whole(Long number) {
    Bounds.within("answer", number, -Bounds.MAX_WHOLE, Bounds.MAX_WHOLE);
    return number;
  }

  private static Double finite(Double number) {
    if (!(Math.abs(number) <= Bounds.MAX_WHOLE)) {
      throw new IllegalArgumentException("answer is out of range");
    }
    return number;
  }

  private static List<String> texts(List<?> chosen) {
    Bounds.within("chosen", chosen.size(), 0, MOST_CHOSEN);
    return chosen.stream()
        .map(each -> {
          if (!(each instanceof String text)) {
            throw new IllegalArgumentException("a list holds more than texts");
          }
          return text(text);
        })
        .toList();
  }

  private static int bytes(Object value) {
    return switch (value) {
      case String text -> JsonBytes.of(text);
      case List<?> chosen -> 2 + chosen.stream().mapToInt(each -> 1 + bytes(each)).sum();
      default -> value.toString().length();
    };
  }
}
