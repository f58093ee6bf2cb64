// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.Facts;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/// How maps and records lie in text columns.
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
  private static final ObjectReader MAPS =
      MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static <T> T read(String text, Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  static Facts facts(String text) {
    return text.equals("{}") ? Facts.NONE : new Facts(map(text));
  }

  static Map<String, Object> map(String text) {
    return MAPS.readValue(text);
  }
}
