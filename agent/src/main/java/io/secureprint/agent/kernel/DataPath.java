// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A dotted path into data, such as `transferDetails.amount`; a number names an item of a list, from 0.
public record DataPath(List<String> names) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}|[0-9]{1,4}");
  private static final int LONGEST = 16;

  /// @throws IllegalArgumentException when it has no names, more than 16, or one with other signs than
  ///     letters, digits and underscores
  public DataPath {
    names = List.copyOf(names);
    if (names.isEmpty() || names.size() > LONGEST) {
      throw new IllegalArgumentException("not a path: " + String.join(".", names));
    }
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not a path: " + String.join(".", names));
      }
    }
  }

  public static DataPath of(String text) {
    return new DataPath(List.of(text.split("\\.", -1)));
  }

  /// The first name: the data key.
  public String root() {
    return names.getFirst();
  }

  public Optional<Object> in(JsonObject data) {
    Object at = data.members();
    for (String name : names) {
      Object below =
          switch (at) {
            case Map<?, ?> map -> map.get(name);
            case List<?> list when isItem(name, list) -> list.get(Integer.parseInt(name));
            default -> null;
          };
      if (below == null) {
        return Optional.empty();
      }
      at = below;
    }
    return Optional.of(at);
  }

  private static boolean isItem(String name, List<?> list) {
    return Character.isDigit(name.charAt(0)) && Integer.parseInt(name) < list.size();
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
