// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.pricing.PriceList;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// How a price list lies in a text column. What is not exactly as this program writes it is not read:
/// a price that was guessed is worse than none.
final class PriceListJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addMixIn(Paise.class, InPaise.class)
          .build();

  private PriceListJson() {}

  static String write(PriceList list) {
    return MAPPER.writeValueAsString(list);
  }

  static PriceList read(String text) throws JacksonException {
    return MAPPER.readValue(text, PriceList.class);
  }

  /// Money is a whole number of paise.
  @SuppressWarnings("unused") // read by the mapper
  private abstract static class InPaise {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    InPaise(long value) {}

    @JsonValue
    abstract long value();
  }
}
