// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.api.route.Wire;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

import java.net.URLEncoder;
import java.util.Random;

/// One request for one operation of the published description: most fit it, and the others are wrong
/// in some way.
final class FuzzRequest {
  private static final ObjectWriter ASCII =
      Wire.json().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private final Random random;
  private final RandomJson json;

  FuzzRequest(Random random, RandomJson json) {
    this.random = random;
    this.json = json;
  }

  /// The path with its names filled in, and a query.
  String path(String template, JsonNode operation) {
    String path = template;
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : operation.path("parameters")) {
      String value = json.of(parameter.path("schema")).asString("a");
      if (random.nextInt(8) == 0) {
        value = json.odd();
      }
      String escaped = URLEncoder.encode(cut(value), UTF_8).replace("+", "%20");
      String name = parameter.path("name").asString();
      if (parameter.path("in").asString().equals("path")) {
        path = path.replace("{" + name + "}", escaped.isEmpty() ? "%20" : escaped);
      } else if (random.nextInt(3) == 0) {
        query.append('&').append(name).append('=').append(escaped);
      }
    }
    if (random.nextInt(15) == 0) {
      query.append("&odd=1");
    }
    return query.isEmpty() ? path : path + "?" + query.substring(1);
  }

  /// A body for a schema as it goes over the line.
  String body(JsonNode schema) {
    JsonNode value = json.of(schema);
    String text =
        ASCII.writeValueAsString(random.nextInt(3) == 0 ? json.damaged(value) : value);
    return switch (random.nextInt(20)) {
      case 0 -> text.substring(random.nextInt(text.length() + 1));
      case 1 -> text + "}";
      case 2 -> "[".repeat(random.nextInt(3_000));
      case 3 -> " ".repeat(random.nextInt(90_000)) + text;
      default -> text;
    };
  }

  /// As bytes on the line, with what a good client sends beside them.
  String http(String method, String path, int port, String body, String... headers) {
    byte[] bytes = body.getBytes(UTF_8);
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    request.append("Host: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    if (bytes.length > 0 || method.equals("POST")) {
      String type = random.nextInt(25) == 0 ? "text/xml" : "application/json";
      request.append("Content-Type: ").append(type).append("\r\nContent-Length: ");
      request.append(bytes.length).append("\r\n");
    }
    return request + "\r\n" + new String(bytes, ISO_8859_1);
  }

  private static String cut(String value) {
    return value.length() > 400 ? value.substring(0, 400) : value;
  }
}
