// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.intake.ControlCodec.Decoded;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Control messages to and from bytes: the table of `docs/protocol.md` section 5 and nothing else.
class ControlCodecTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  private static final String LAYOUT = "\"layout\":{\"colour\":true,\"perSide\":1,\"fit\":\"fit\"}";

  @Test
  void theVectorsHoldEveryMessage() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/vectors/" + ControlVectors.NAME)) {
      assertThat(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8))
          .isEqualTo(ControlVectors.text());
    }
    assertThat(types(Messages.fromPhone().values()))
        .containsExactlyInAnyOrder(PhoneMessage.class.getPermittedSubclasses());
    assertThat(types(Messages.fromAgent().values()))
        .containsExactlyInAnyOrder(AgentMessage.class.getPermittedSubclasses());
  }

  @Test
  void everyMessageReadsBackAsItWas() {
    Messages.fromPhone().values().forEach(message -> readsBack(ControlCodec.PHONE, message));
    Messages.fromAgent().values().forEach(message -> readsBack(ControlCodec.AGENT, message));
  }

  @Test
  void fieldsStandInTheOrderOfTheTable() {
    assertThat(json(ControlCodec.PHONE, "FILE_DONE", Messages.fromPhone()))
        .isEqualTo("{\"fid\":1,\"seg\":2,\"chunks\":2,\"size\":70000}");
    assertThat(json(ControlCodec.AGENT, "PROBLEM", Messages.fromAgent()))
        .isEqualTo("{\"code\":\"UNSUPPORTED\",\"type\":60,\"safe\":true}");
    assertThat(json(ControlCodec.AGENT, "QUOTE", Messages.fromAgent()))
        .contains("\"sides\":\"long\",\"oneCopy\":[[1,1,0],[1,2,1],[0,0,0]],\"parts\":[{\"what\"")
        .contains("{\"what\":\"break\",\"sides\":\"two\",\"count\":120,\"each\":150,\"amount\":-6000}")
        .contains("\"amount\":-2380,\"name\":\"Student week\"}")
        .endsWith("\"total\":21420,\"cash\":21400}");
    assertThat(json(ControlCodec.PHONE, "PAY_BACK", Messages.fromPhone())).isEqualTo("{}");
  }

  @TestFactory
  Stream<DynamicTest> aMissingOrNullOrForeignFieldIsMalformed() {
    return Messages.fromPhone().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(
            entry.getKey(), () -> everyFieldCounts(ControlCodec.PHONE.encode(entry.getValue()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          31 | {"files":[],"copies":1,"sides":"one","paper":"A4",LAYOUT}
          31 | {"files":[null],"copies":1,"sides":"one","paper":"A4",LAYOUT}
          31 | {"files":[{"fid":1,"pages":""}],"copies":100,"sides":"one","paper":"A4",LAYOUT}
          31 | {"files":[{"fid":1,"pages":""}],"copies":1,"sides":"ONE","paper":"A4",LAYOUT}
          31 | {"files":[{"fid":1,"pages":""}],"copies":1,"sides":0,"paper":"A4",LAYOUT}
          31 | {"files":[{"fid":1,"pages":""}],"copies":1,"sides":"one","paper":"A0",LAYOUT}
          31 | {"files":[{"fid":1,"pages":""}],"copies":1,"sides":"one","paper":"A4"}
          31 | {"files":[{"fid":1,"pages":""}],"copies":1,"sides":"one","paper":"A4","layout":{}}
          31 | {"files":[{"fid":1,"pages":""}],"copies":1,"sides":"one","paper":"A4","layout":{"colour":1,"perSide":1,"fit":"fit"}}
          31 | {"files":[{"fid":1,"pages":""}],"copies":1,"sides":"one","paper":"A4","layout":{"colour":true,"perSide":3,"fit":"fit"}}
          31 | {"files":[{"fid":1,"pages":""}],"copies":1,"sides":"one","paper":"A4","layout":{"colour":true,"perSide":1,"fit":"FIT"}}
          """)
  void optionsThatTheTableDoesNotAllowAreMalformed(String type, String json) {
    whatTheTableDoesNotAllowIsMalformed(type, json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          01 | {"lang":"de","previewKey":"KEY"}
          01 | {"lang":0,"previewKey":"KEY"}
          01 | {"lang":"en","previewKey":"AAAA"}
          01 | {"lang":"en","previewKey":"KEY="}
          10 | {"fid":0,"size":1,"seg":0,"key":"KEY","nonce":"AAAAAAAAAAAAAAAAAAAAAA","start":0,"name":"a"}
          10 | {"fid":1,"size":-1,"seg":0,"key":"KEY","nonce":"AAAAAAAAAAAAAAAAAAAAAA","start":0,"name":"a"}
          10 | {"fid":1,"size":1,"seg":256,"key":"KEY","nonce":"AAAAAAAAAAAAAAAAAAAAAA","start":0,"name":"a"}
          10 | {"fid":1,"size":1,"seg":0,"key":"KEY","nonce":"AAAA","start":0,"name":"a"}
          10 | {"fid":1,"size":1,"seg":0,"key":"KEY","nonce":"AAAAAAAAAAAAAAAAAAAAAA","start":-1,"name":"a"}
          12 | {"fid":65536}
          12 | {"fid":1.5}
          12 | {"fid":"1"}
          12 | {"fid":99999999999}
          12 | {"fid":1,"fid":2}
          12 | {"fid":1} {"fid":2}
          12 | {"fid":1
          12 | [1]
          12 | 1
          12 | null
          34 | {"side":0,"width":63}
          34 | {"side":0,"width":1601}
          34 | {"side":-1,"width":100}
          32 | {"quote":"q","method":"card"}
          50 | []
          """)
  void whatTheTableDoesNotAllowIsMalformed(String type, String json) {
    String whole = json.replace("KEY", KEY).replace("LAYOUT", LAYOUT);
    assertThat(ControlCodec.PHONE.decode(message(type, whole)))
        .isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void optionsAsThePhoneWritesThemAreKnown() {
    String json =
        "{\"files\":[{\"fid\":1,\"pages\":\"\"}],\"copies\":1,\"sides\":\"one\",\"paper\":\"A4\","
            + LAYOUT + "}";
    assertThat(decode("31", json))
        .isEqualTo(
            new Decoded.Known<>(
                new PhoneMessage.Options(
                    List.of(new PhoneMessage.Pages(1, "")), 1, Sides.ONE, Paper.A4)));
  }

  @Test
  void longTextsAreMalformed() {
    assertThat(decode("13", "{\"fid\":1,\"password\":\"" + "x".repeat(129) + "\"}"))
        .isInstanceOf(Decoded.Malformed.class);
    assertThat(decode("7f", "{\"code\":\"" + "ä".repeat(33) + "\"}"))
        .isInstanceOf(Decoded.Malformed.class);
    assertThat(decode("50", "[".repeat(3_000))).isInstanceOf(Decoded.Malformed.class);
    assertThat(ControlCodec.PHONE.decode(new byte[0])).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void unknownFieldsAreIgnored() {
    assertThat(decode("12", "{\"fid\":1,\"later\":{\"deep\":[1]}}"))
        .isEqualTo(new Decoded.Known<>(new PhoneMessage.FileRemove(1)));
  }

  @Test
  void anUnknownTypeIsNamed() {
    assertThat(decode("3b", "anything")).isEqualTo(new Decoded.Unsupported<>(0x3B));
    assertThat(decode("ff", "")).isEqualTo(new Decoded.Unsupported<>(0xFF));
  }

  @Test
  void secretsAndNamesStayOutOfTexts() {
    assertThat(Messages.fromPhone().values().toString() + Messages.fromAgent().values())
        .doesNotContain("p\\w", "card", "आधार", "a.pdf");
  }

  private static void everyFieldCounts(byte[] message) {
    ObjectNode whole =
        (ObjectNode) JsonMapper.shared().readTree(message, 1, message.length - 1);
    for (String field : whole.propertyNames()) {
      ObjectNode without = whole.deepCopy();
      without.remove(field);
      assertThat(decode(message[0], without)).isInstanceOf(Decoded.Malformed.class);
      without.putNull(field);
      assertThat(decode(message[0], without)).isInstanceOf(Decoded.Malformed.class);
      if (whole.path(field).isObject()) {
        without.put(field, 1);
      } else {
        without.putObject(field).put("x", 1);
      }
      assertThat(decode(message[0], without)).isInstanceOf(Decoded.Malformed.class);
    }
  }

  private static Decoded<PhoneMessage> decode(byte type, JsonNode json) {
    return decode("%02x".formatted(type), json.toString());
  }

  private static Decoded<PhoneMessage> decode(String type, String json) {
    return ControlCodec.PHONE.decode(message(type, json));
  }

  private static byte[] message(String type, String json) {
    byte[] body = json.getBytes(UTF_8);
    byte[] message = new byte[1 + body.length];
    message[0] = (byte) Integer.parseInt(type, 16);
    System.arraycopy(body, 0, message, 1, body.length);
    return message;
  }

  private static <T> void readsBack(ControlCodec<T> codec, T message) {
    assertThat(codec.decode(codec.encode(message)))
        .usingRecursiveComparison()
        .isEqualTo(new Decoded.Known<>(message));
  }

  private static <T> String json(ControlCodec<T> codec, String name, Map<String, T> messages) {
    byte[] message = codec.encode(Objects.requireNonNull(messages.get(name)));
    return new String(Arrays.copyOfRange(message, 1, message.length), UTF_8);
  }

  private static Class<?>[] types(Collection<?> messages) {
    return messages.stream().map(Object::getClass).toArray(Class<?>[]::new);
  }
}
