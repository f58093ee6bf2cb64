// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What one request brings, read with limits and compared with what its route takes.
final class Incoming {
  private static final String JSON = "application/json";

  private final HttpExchange exchange;
  private final Map<String, String> path;

  /// `path` is what stood at the names of the route's path.
  Incoming(HttpExchange exchange, Map<String, String> path) {
    this.exchange = exchange;
    this.path = path;
  }

  List<String> headers(String name) {
    return exchange.getRequestHeaders().getOrDefault(name, List.of());
  }

  <P> P parameters(Route<P, ?, ?> route) throws Refusal {
    Shape.Form form = Shapes.of(route.parameters());
    ObjectNode given = Parameters.of(form, path, exchange.getRequestURI().getRawQuery());
    List<ApiProblem.Fault> faults = ShapeCheck.faults(form, given);
    if (faults.stream().anyMatch(fault -> path.containsKey(fault.field()))) {
      throw ApiError.NOT_FOUND.because("no such resource");
    }
    return bound(route.parameters(), given, faults, ApiError.QUERY_WRONG);
  }

  <B> B body(Route.Body<B> body) throws Refusal {
    return switch (body) {
      case Route.Body.None _ -> none(body);
      case Route.Body.Json<B>(Class<B> type, int most) -> json(type, most);
      case Route.Body.Raw(int most) -> raw(body, most);
    };
  }

  /// A route without a body lets what was sent lie.
  @SuppressWarnings("unchecked") // a Body<B> that is None is a Body<Nothing>
  private static <B> B none(Route.Body<B> body) {
    assert body instanceof Route.Body.None;
    return (B) new Nothing();
  }

  @SuppressWarnings("unchecked") // a Body<B> that is Raw is a Body<byte[]>
  private <B> B raw(Route.Body<B> body, int most) throws Refusal {
    assert body instanceof Route.Body.Raw;
    return (B) bytes(most);
  }

  private <B> B json(Class<B> type, int most) throws Refusal {
    @Nullable String media = exchange.getRequestHeaders().getFirst("Content-Type");
    if (media == null || !isJson(media)) {
      throw ApiError.BODY_TYPE_WRONG.because("send " + JSON);
    }
    JsonNode node = parsed(bytes(most));
    return bound(type, node, ShapeCheck.faults(Shapes.of(type), node), ApiError.FIELDS_WRONG);
  }

  /// JSON is UTF-8 (RFC 8259 8.1), whether its type says so or not.
  private static boolean isJson(String media) {
    String[] parts = media.split(";", 2);
    return parts[0].strip().equalsIgnoreCase(JSON)
        && (parts.length == 1
            || parts[1].strip().isEmpty()
            || parts[1].strip().replace("\"", "").equalsIgnoreCase("charset=utf-8"));
  }

  private byte[] bytes(int most) throws Refusal {
    try {
      byte[] bytes = exchange.getRequestBody().readNBytes(most + 1);
      if (bytes.length > most) {
        throw ApiError.BODY_TOO_LARGE.because("the body has more than " + most + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw ApiError.BODY_WRONG.because("the body broke off: " + e.getMessage());
    }
  }

  private static JsonNode parsed(byte[] bytes) throws Refusal {
    try {
      JsonNode node = Wire.json().readTree(bytes);
      if (node == null || node instanceof MissingNode) {
        throw ApiError.BODY_WRONG.because("the body is empty");
      }
      return node;
    } catch (JacksonException e) {
      throw ApiError.BODY_WRONG.because("not JSON" + at(e) + ": " + e.getOriginalMessage());
    }
  }

  private static String at(JacksonException e) {
    @Nullable TokenStreamLocation at = e.getLocation();
    return at == null
        ? ""
        : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /// A record's own rules come last, and their words are for people.
  private static <T> T bound(
      Class<T> type, JsonNode node, List<ApiProblem.Fault> faults, ApiError error)
      throws Refusal {
    if (!faults.isEmpty()) {
      throw new Refusal(ApiProblem.of(error, faults));
    }
    try {
      return Wire.json().treeToValue(node, type);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IllegalArgumentException rule) {
        throw error.because(String.valueOf(rule.getMessage()));
      }
      throw e;
    }
  }
}
