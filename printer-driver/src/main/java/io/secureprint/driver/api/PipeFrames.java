// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// The frames of one direction of a pipe between the agent and a driver process, all integers
/// big-endian:
///
///     length[4] ‖ name length[1] ‖ type name ‖ JSON length[4] ‖ JSON ‖ tail
///
/// `length` counts all that follows it. The type name is the simple name of one record of the sealed
/// type `T`; its JSON is the record, except for a component `sealed`, whose bytes are the tail.
final class PipeFrames<T> {
  /// The most bytes that may follow the length: a sealed chunk of 65,552 bytes, the facts of 1,000
  /// pages, or a plan of 4,000 sides.
  static final int MAX_FRAME = 192 * 1024;

  private static final String TAIL = "sealed";
  private static final JsonMapper MAPPER = mapper();

  private final Map<String, Class<?>> types;
  private final Class<T> direction;

  PipeFrames(Class<T> direction) {
    this.direction = direction;
    this.types =
        Arrays.stream(direction.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));
  }

  /// The whole frame, its length included.
  ///
  /// @throws IllegalArgumentException if the message does not fit into a frame
  byte[] encode(T message) {
    ObjectNode body = MAPPER.valueToTree(message);
    JsonNode sealed = body.remove(TAIL);
    byte[] name = message.getClass().getSimpleName().getBytes(StandardCharsets.US_ASCII);
    byte[] json = MAPPER.writeValueAsBytes(body);
    byte[] tail = sealed == null ? new byte[0] : sealed.binaryValue();
    int length = 1 + name.length + 4 + json.length + tail.length;
    if (length > MAX_FRAME) {
      throw new IllegalArgumentException("message too long for a frame: " + length + " bytes");
    }
    byte[] frame = new byte[4 + length];
    ByteBuffer.wrap(frame).putInt(length).put((byte) name.length).put(name)
        .putInt(json.length).put(json).put(tail);
    Arrays.fill(json, (byte) 0);
    return frame;
  }

  /// Reads what follows the length.
  PipeRead<T> decode(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content);
    byte @Nullable [] name = in.hasRemaining() ? take(in, in.get() & 0xFF) : null;
    byte @Nullable [] json = in.remaining() >= 4 ? take(in, in.getInt()) : null;
    if (name == null || json == null) {
      return new PipeRead.Broken<>(PipeRead.Fault.MALFORMED);
    }
    Class<?> type = types.get(new String(name, StandardCharsets.US_ASCII));
    if (type == null) {
      return new PipeRead.Broken<>(PipeRead.Fault.UNKNOWN_TYPE);
    }
    byte[] tail = new byte[in.remaining()];
    in.get(tail);
    return bind(type, json, tail);
  }

  private PipeRead<T> bind(Class<?> type, byte[] json, byte[] tail) {
    try {
      if (!(MAPPER.readTree(json) instanceof ObjectNode body) || body.has(TAIL)) {
        return new PipeRead.Broken<>(PipeRead.Fault.MALFORMED);
      }
      if (tail.length > 0) {
        body.put(TAIL, tail);
      }
      return new PipeRead.Message<>(direction.cast(MAPPER.treeToValue(body, type)));
    } catch (JacksonException _) {
      return new PipeRead.Broken<>(PipeRead.Fault.MALFORMED);
    } finally {
      Arrays.fill(json, (byte) 0);
    }
  }

  private static byte @Nullable [] take(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      return null;
    }
    byte[] taken = new byte[length];
    in.get(taken);
    return taken;
  }

  private static JsonMapper mapper() {
    JsonFormat.Value array = JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY);
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .changeDefaultNullHandling(any -> JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
        .addMixIn(WorkerCommand.OpenFile.class, OpenFileNulls.class)
        // Thousands of each must fit into one frame.
        .withConfigOverride(PageFacts.class, facts -> facts.setFormat(array))
        .withConfigOverride(SheetSide.class, side -> side.setFormat(array))
        .withConfigOverride(PlacedPage.class, page -> page.setFormat(array))
        .build();
  }

  /// The one component of all messages that may be null.
  private interface OpenFileNulls {
    @JsonSetter(nulls = Nulls.SET)
    @Nullable String password();
  }
}
