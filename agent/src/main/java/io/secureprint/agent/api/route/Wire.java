// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import java.util.Locale;

/// JSON as programs send and read it. Times are ISO 8601, constants are small letters, and what is
/// deep, long or there twice is refused.
public final class Wire {
  /// Levels.
  static final int DEEPEST = 32;
  /// Characters.
  private static final int LONGEST_TEXT = 64 << 10;
  /// Signs of a number.
  static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_NAME = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addModule(new SimpleModule().addSerializer(new SmallLetters()))
          .build();

  private Wire() {}

  public static JsonMapper json() {
    return JSON;
  }

  private static final class SmallLetters extends StdSerializer<Enum<?>> {
    SmallLetters() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum<?> constant, JsonGenerator out, SerializationContext context) {
      out.writeString(constant.name().toLowerCase(Locale.ROOT));
    }
  }
}
