// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Text with `${path}` in it, taken apart once. `$${` stands for the two signs themselves. Whoever
/// puts the result into HTML or a URL escapes it there.
public final class Template {
  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = parts;
  }

  /// Takes `text` apart.
  ///
  /// @throws IllegalArgumentException when a `${` has no end, or what is in it is no path
  public static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
      if (at > from && text.charAt(at - 1) == '$') {
        parts.add(new Part.Words(text.substring(from, at - 1) + "${"));
        from = at + 2;
        continue;
      }
      int end = text.indexOf('}', at);
      if (end < 0) {
        throw new IllegalArgumentException("${ without } in: " + text);
      }
      parts.add(new Part.Words(text.substring(from, at)));
      parts.add(new Part.Value(DataPath.of(text.substring(at + 2, end).strip())));
      from = end + 1;
    }
    parts.add(new Part.Words(text.substring(from)));
    return new Template(List.copyOf(parts));
  }

  /// What it wants to know, in the order of the text.
  public List<DataPath> paths() {
    return parts.stream()
        .flatMap(part -> part instanceof Part.Value(DataPath path) ? Stream.of(path) : Stream.empty())
        .toList();
  }

  /// What is not there leaves an empty place.
  public String in(JsonObject data) {
    return in(data, UnaryOperator.identity());
  }

  /// The same, with each value `escaped` for where it is put.
  public String in(JsonObject data, UnaryOperator<String> escaped) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case Part.Words(String words) -> words;
                  case Part.Value(DataPath path) -> 
                      path.in(data).map(Template::text).map(escaped).orElse("");
                })
        .collect(Collectors.joining());
  }

  private static String text(Object value) {
    return switch (value) {
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      case List<?> list -> list.stream().map(Template::text).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  private sealed interface Part {
    record Words(String words) implements Part {}

    record Value(DataPath path) implements Part {}
  }
}
