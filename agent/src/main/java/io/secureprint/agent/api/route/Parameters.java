// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import tools.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.stream.Collectors;

/// The parameters of a request, from its path and its query, as the types that the route wants.
/// Numbers and truth values that are none stay text, which then does not fit.
final class Parameters {
  private static final int MOST = 32;

  private final Shape.Form form;
  private final ObjectNode given = Wire.json().createObjectNode();

  private Parameters(Shape.Form form) {
    this.form = form;
  }

  static ObjectNode of(Shape.Form form, Map<String, String> path, @Nullable String query)
      throws Refusal {
    Parameters parameters = new Parameters(form);
    for (Map.Entry<String, String> part : path.entrySet()) {
      parameters.put(part.getKey(), part.getValue());
    }
    if (query != null && !query.isEmpty()) {
      String[] pairs = query.split("&", MOST + 1);
      if (pairs.length > MOST) {
        throw ApiError.QUERY_WRONG.because("more than " + MOST + " parameters");
      }
      for (String pair : pairs) {
        parameters.add(pair, path);
      }
    }
    return parameters.given;
  }

  private void add(String pair, Map<String, String> path) throws Refusal {
    int at = pair.indexOf('=');
    String name = decoded(at < 0 ? pair : pair.substring(0, at));
    boolean known = form.fields().stream().anyMatch(field -> field.name().equals(name));
    if (!known || path.containsKey(name)) {
      String all =
          form.fields().stream()
              .map(Shape.Field::name)
              .filter(each -> !path.containsKey(each))
              .collect(Collectors.joining(", "));
      String there = all.isEmpty() ? "there are none" : "there are " + all;
      throw ApiError.QUERY_WRONG.because("unknown: " + ShapeCheck.shown(name) + "; " + there);
    }
    if (given.has(name)) {
      throw ApiError.QUERY_WRONG.because("given twice: " + name);
    }
    put(name, decoded(at < 0 ? "" : pair.substring(at + 1)));
  }

  private void put(String name, String value) {
    Shape shape =
        form.fields().stream()
            .filter(field -> field.name().equals(name))
            .findFirst()
            .orElseThrow()
            .shape();
    if (shape instanceof Shape.Whole && value.matches("-?\\d{1,18}")) {
      given.put(name, Long.parseLong(value));
    } else if (shape instanceof Shape.Flag && value.matches("true|false")) {
      given.put(name, value.equals("true"));
    } else {
      given.put(name, value);
    }
  }

  /// A plus is a space here (WHATWG URL 5.1).
  private static String decoded(String escaped) {
    return PathTemplate.decoded(escaped.replace("+", "%20"));
  }
}
