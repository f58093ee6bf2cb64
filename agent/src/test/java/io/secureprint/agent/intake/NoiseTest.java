// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.intake.NoiseInitiator.Answered;
import io.secureprint.agent.intake.NoiseResponder.Answer;

import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// The handshake against the published vector of its pattern, and against damage.
class NoiseTest {
  private static final Vectors PUBLISHED = Vectors.load("noise-nkpsk0-vector.json");
  private static final byte[] PAYLOAD = "{\"v\":1}".getBytes(StandardCharsets.US_ASCII);

  private final byte[] staticKey = random(1);
  private final byte[] psk = random(2);
  private final byte[] prologue = Prologue.of(0, "192.168.1.23:8080", new Sid(7));
  private final byte[] hello = initiator(prologue).hello(PAYLOAD);

  @Test
  void bothSidesReproduceThePublishedVector() {
    JsonNode messages = PUBLISHED.root().required("messages");
    byte[] sharedPsk = Vectors.bytes(PUBLISHED.root().required("init_psks").get(0));
    NoiseInitiator phone =
        new NoiseInitiator(
            PUBLISHED.bytes("init_remote_static"),
            sharedPsk,
            PUBLISHED.bytes("init_prologue"),
            PUBLISHED.bytes("init_ephemeral"));
    byte[] first = phone.hello(payload(messages, 0));
    assertThat(first).isEqualTo(ciphertext(messages, 0));
    NoiseResponder agent =
        NoiseResponder.read(
                first,
                PUBLISHED.bytes("resp_static"),
                sharedPsk,
                PUBLISHED.bytes("resp_prologue"))
            .orElseThrow();
    assertThat(agent.payload()).isEqualTo(payload(messages, 0));
    Answer answer =
        agent.answer(PUBLISHED.bytes("resp_ephemeral"), payload(messages, 1)).orElseThrow();
    assertThat(answer.message()).isEqualTo(ciphertext(messages, 1));
    Answered answered = phone.answered(answer.message()).orElseThrow();
    assertThat(answered.payload()).isEqualTo(payload(messages, 1));
    assertThat(answered.channel().handshakeHash()).isEqualTo(PUBLISHED.bytes("handshake_hash"));
    assertThat(answer.channel().handshakeHash()).isEqualTo(PUBLISHED.bytes("handshake_hash"));
    for (int i = 2; i < messages.size(); i++) {
      NoiseChannel from = i % 2 == 0 ? answered.channel() : answer.channel();
      NoiseChannel to = i % 2 == 0 ? answer.channel() : answered.channel();
      assertThat(from.seal(payload(messages, i))).isEqualTo(ciphertext(messages, i));
      assertThat(to.open(ciphertext(messages, i))).hasValue(payload(messages, i));
    }
  }

  @Test
  void anyFlippedBitOfTheFirstMessageIsRefused() {
    for (int bit = 0; bit < hello.length * 8; bit++) {
      byte[] damaged = hello.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(refused(damaged)).as("bit %d", bit).isTrue();
    }
  }

  @Test
  void aCutOrLengthenedFirstMessageIsRefused() {
    for (int length = 0; length < hello.length; length++) {
      assertThat(refused(Arrays.copyOf(hello, length))).as("%d bytes", length).isTrue();
    }
    assertThat(refused(Arrays.copyOf(hello, hello.length + 1))).isTrue();
  }

  @Test
  void anotherHostFlagSessionOrSecretIsRefused() {
    assertThat(read(hello, psk, Prologue.of(0, "192.168.1.24:8080", new Sid(7)))).isFalse();
    assertThat(read(hello, psk, Prologue.of(1, "192.168.1.23:8080", new Sid(7)))).isFalse();
    assertThat(read(hello, psk, Prologue.of(0, "192.168.1.23:8080", new Sid(8)))).isFalse();
    assertThat(read(hello, random(3), prologue)).isFalse();
    assertThat(read(hello, psk, prologue)).isTrue();
  }

  @Test
  void aKeyOfSmallOrderIsRefused() {
    byte[] zeroKey = hello.clone();
    Arrays.fill(zeroKey, 0, X25519.KEY_BYTES, (byte) 0);
    assertThat(refused(zeroKey)).isTrue();
  }

  @Test
  void anyFlippedBitOfTheAnswerIsRefused() {
    Answer answer = responder().answer(random(5), random(6)).orElseThrow();
    Random bits = new Random(11);
    for (int i = 0; i < 200; i++) {
      NoiseInitiator phone = initiator(prologue);
      byte[] sent = phone.hello(PAYLOAD);
      assertThat(sent).isEqualTo(hello);
      byte[] damaged = answer.message().clone();
      damaged[bits.nextInt(damaged.length)] ^= (byte) (1 << bits.nextInt(8));
      assertThat(phone.answered(damaged)).isEmpty();
    }
    assertThat(initiator(prologue).answered(new byte[40])).isEmpty();
  }

  @Test
  void recordsReplayedReorderedOrDamagedAreRefused() {
    NoiseInitiator phone = initiator(prologue);
    phone.hello(PAYLOAD);
    Answer answer = responder().answer(random(5), new byte[0]).orElseThrow();
    NoiseChannel sender = phone.answered(answer.message()).orElseThrow().channel();
    byte[] first = sender.seal(new byte[] {1});
    byte[] second = sender.seal(new byte[] {2});
    NoiseChannel receiver = answer.channel();
    assertThat(receiver.open(second)).isEmpty();
    assertThat(receiver.open(new byte[3])).isEmpty();
    assertThat(receiver.open(first)).hasValue(new byte[] {1});
    assertThat(receiver.open(first)).isEmpty();
    assertThat(receiver.open(second)).hasValue(new byte[] {2});
  }

  @Test
  void aDestroyedChannelOpensNothingAnyMore() {
    NoiseInitiator phone = initiator(prologue);
    phone.hello(PAYLOAD);
    Answer answer = responder().answer(random(5), new byte[0]).orElseThrow();
    byte[] record =
        phone.answered(answer.message()).orElseThrow().channel().seal(new byte[] {1});
    answer.channel().destroy();
    assertThat(answer.channel().open(record)).isEmpty();
  }

  private boolean refused(byte[] message) {
    return !read(message, psk, prologue);
  }

  private boolean read(byte[] message, byte[] withPsk, byte[] withPrologue) {
    return NoiseResponder.read(message, staticKey, withPsk, withPrologue).isPresent();
  }

  private NoiseResponder responder() {
    return NoiseResponder.read(hello, staticKey, psk, prologue).orElseThrow();
  }

  private NoiseInitiator initiator(byte[] withPrologue) {
    return new NoiseInitiator(X25519.publicKey(staticKey), psk, withPrologue, random(4));
  }

  private static byte[] payload(JsonNode messages, int index) {
    return Vectors.bytes(messages.get(index).required("payload"));
  }

  private static byte[] ciphertext(JsonNode messages, int index) {
    return Vectors.bytes(messages.get(index).required("ciphertext"));
  }

  private static byte[] random(long seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
