// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bodies of webhooks: JSON objects.
final class HookBody {
  private static final BigInteger LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private HookBody() {}

  static String write(Map<String, ?> body) {
    return MAPPER.writeValueAsString(body);
  }

  /// As conditions see it: whole numbers and others, texts, yes and no, lists and maps; what is null is
  /// not there. Empty when it is no JSON object.
  static Optional<Map<String, Object>> read(byte[] body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      return root.isObject() ? Optional.of(map(root)) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new HashMap<>();
    node.properties().stream()
        .filter(one -> !one.getValue().isNull())
        .forEach(one -> map.put(one.getKey(), value(one.getValue())));
    return map;
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.values().stream().filter(one -> !one.isNull()).forEach(one -> list.add(value(one)));
      return list;
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isNumber()) {
      boolean whole =
          node.isIntegralNumber() && node.bigIntegerValue().abs().compareTo(LONG) <= 0;
      return whole ? (Object) node.longValue() : (Object) node.doubleValue();
    }
    return node.asString();
  }
}
