// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.util.Map.entry;

import io.secureprint.agent.kernel.Paise;
import io.secureprint.driver.api.Fit;
import io.secureprint.driver.api.Sides;

import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Collectors;

/// Control messages as bytes: a type and a JSON object (`docs/protocol.md` section 5). Strict: a
/// missing field, a wrong type, a value out of its range or a doubled name is malformed; unknown
/// fields are ignored.
public final class ControlCodec<T> {
  public static final ControlCodec<PhoneMessage> PHONE =
      new ControlCodec<>(phoneTypes(), everyField());
  public static final ControlCodec<AgentMessage> AGENT =
      new ControlCodec<>(agentTypes(), strict().build());

  private final Map<Integer, Class<? extends T>> types;
  private final Map<Class<? extends T>, Integer> numbers;
  private final JsonMapper json;

  private ControlCodec(Map<Integer, Class<? extends T>> types, JsonMapper json) {
    this.types = types;
    this.numbers =
        types.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    this.json = json;
  }

  public byte[] encode(T message) {
    byte[] body = json.writeValueAsBytes(message);
    byte type = (byte) type(message.getClass());
    return ByteBuffer.allocate(1 + body.length).put(type).put(body).array();
  }

  /// The first byte of messages of this class.
  public int type(Class<?> message) {
    Integer number = numbers.get(message);
    if (number == null) {
      throw new IllegalArgumentException("no type for " + message);
    }
    return number;
  }

  public Decoded<T> decode(byte[] message) {
    if (message.length == 0) {
      return new Decoded.Malformed<>("empty control message");
    }
    int number = Byte.toUnsignedInt(message[0]);
    Class<? extends T> type = types.get(number);
    if (type == null) {
      return new Decoded.Unsupported<>(number);
    }
    try {
      T known = json.readValue(message, 1, message.length - 1, type);
      return known == null ? malformed(type) : new Decoded.Known<>(known);
    } catch (JacksonException _) {
      return malformed(type); // its words may quote a customer's input
    }
  }

  private Decoded<T> malformed(Class<? extends T> type) {
    return new Decoded.Malformed<>("malformed " + type.getSimpleName());
  }

  /// What bytes turned out to be.
  public sealed interface Decoded<T> {
    record Known<T>(T message) implements Decoded<T> {}

    /// A type that is none of ours: answered with PROBLEM and otherwise ignored.
    record Unsupported<T>(int type) implements Decoded<T> {}

    /// A violation; `why` holds no byte of the content.
    record Malformed<T>(String why) implements Decoded<T> {}
  }

  private static Map<Integer, Class<? extends PhoneMessage>> phoneTypes() {
    return Map.ofEntries(
        entry(0x01, PhoneMessage.Claim.class),
        entry(0x03, PhoneMessage.ChooseLanguage.class),
        entry(0x10, PhoneMessage.FileOpen.class),
        entry(0x11, PhoneMessage.FileDone.class),
        entry(0x12, PhoneMessage.FileRemove.class),
        entry(0x13, PhoneMessage.FilePassword.class),
        entry(0x31, PhoneMessage.Options.class),
        entry(0x32, PhoneMessage.Pay.class),
        entry(0x34, PhoneMessage.Preview.class),
        entry(0x35, PhoneMessage.PayBack.class),
        entry(0x3C, PhoneMessage.StepInput.class),
        entry(0x40, PhoneMessage.DestroyNow.class),
        entry(0x43, PhoneMessage.CreditUse.class),
        entry(0x45, PhoneMessage.CreditDrop.class),
        entry(0x50, PhoneMessage.Ping.class),
        entry(0x7F, PhoneMessage.Close.class));
  }

  private static Map<Integer, Class<? extends AgentMessage>> agentTypes() {
    return Map.ofEntries(
        entry(0x02, AgentMessage.Session.class),
        entry(0x20, AgentMessage.Credit.class),
        entry(0x21, AgentMessage.FileState.class),
        entry(0x30, AgentMessage.Quote.class),
        entry(0x33, AgentMessage.PayState.class),
        entry(0x36, AgentMessage.PreviewInfo.class),
        entry(0x38, AgentMessage.Progress.class),
        entry(0x39, AgentMessage.Status.class),
        entry(0x3A, AgentMessage.Waiting.class),
        entry(0x3B, AgentMessage.Step.class),
        entry(0x3D, AgentMessage.StepRefused.class),
        entry(0x41, AgentMessage.Receipt.class),
        entry(0x42, AgentMessage.CreditCode.class),
        entry(0x44, AgentMessage.CreditState.class),
        entry(0x51, AgentMessage.Pong.class),
        entry(0x7E, AgentMessage.Problem.class),
        entry(0x7F, AgentMessage.Close.class));
  }

  private static JsonMapper everyField() {
    return strict()
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .build();
  }

  private static JsonMapper.Builder strict() {
    return JsonMapper.builder()
        .defaultBase64Variant(Base64Variants.MODIFIED_FOR_URL)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .addMixIn(Sides.class, SidesOnWire.class)
        .addMixIn(Fit.class, FitOnWire.class)
        .addMixIn(Paise.class, PaiseOnWire.class);
  }

  /// The wire's names of [Sides].
  @SuppressWarnings("unused") // read by the mapper
  private enum SidesOnWire {
    @JsonProperty("one") ONE,
    @JsonProperty("long") TWO_LONG_EDGE,
    @JsonProperty("short") TWO_SHORT_EDGE
  }

  /// The wire's names of [Fit].
  @SuppressWarnings("unused") // read by the mapper
  private enum FitOnWire {
    @JsonProperty("fit") FIT,
    @JsonProperty("actual") ACTUAL,
    @JsonProperty("fill") FILL
  }

  /// Money is a whole number of paise on the wire.
  @SuppressWarnings("unused") // read by the mapper
  private abstract static class PaiseOnWire {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PaiseOnWire(long value) {}

    @JsonValue
    abstract long value();
  }
}
