// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path with parts that stand for any one segment: `/tasks/{id}/transition`.
public record PathTemplate(String text) {
  public PathTemplate {
    if (!text.matches("(/([a-z0-9.-]+|\\{[a-zA-Z]+}))+")) {
      throw new IllegalArgumentException("not a path: " + text);
    }
  }

  /// The names in braces, in order.
  public List<String> names() {
    return segments(text).stream().filter(PathTemplate::stands).map(PathTemplate::name).toList();
  }

  /// What stands at the names of this template in a path as it was sent; nothing where the path is
  /// another one.
  Optional<Map<String, String>> match(String path) {
    List<String> mine = segments(text);
    List<String> given = segments(path);
    if (mine.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < mine.size(); i++) {
      if (stands(mine.get(i))) {
        if (given.get(i).isEmpty()) {
          return Optional.empty();
        }
        found.put(name(mine.get(i)), decoded(given.get(i)));
      } else if (!mine.get(i).equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /// Text from a path or a query without its escapes, which are whole in every [java.net.URI].
  static String decoded(String escaped) {
    return URLDecoder.decode(escaped.replace("+", "%2B"), UTF_8);
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  private static boolean stands(String segment) {
    return segment.startsWith("{");
  }

  private static String name(String segment) {
    return segment.substring(1, segment.length() - 1);
  }
}
