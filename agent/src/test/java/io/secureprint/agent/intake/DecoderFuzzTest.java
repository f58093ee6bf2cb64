// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Whatever bytes come, the decoders answer with one of their declared results and never throw.
class DecoderFuzzTest {
  private static final int ROUNDS = 20_000;

  @Test
  void phoneFramesOfAnyBytesAreFrames() {
    Random random = new Random(20_261_121);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = bytes(random, random.nextInt(400));
      if (bytes.length > 0) {
        bytes[0] = (byte) random.nextInt(6);
      }
      assertThat(PhoneFrame.parse(bytes)).isNotNull();
      assertThat(AgentFrame.parse(bytes)).isNotNull();
    }
  }

  @Test
  void chunkFramesKeepTheirRanges() {
    Random random = new Random(7);
    byte[] frame = bytes(random, PhoneFrame.CHUNK_FRAME_BYTES);
    for (int i = 0; i < 200; i++) {
      byte[] header = bytes(random, 8);
      System.arraycopy(header, 0, frame, 0, 8);
      frame[0] = PhoneFrame.CHUNK;
      if (PhoneFrame.parse(frame) instanceof PhoneFrame.Chunk chunk) {
        assertThat(chunk.fid()).isBetween(1, 65_535);
        assertThat(chunk.seg()).isBetween(0, 255);
        assertThat(chunk.idx()).isNotNegative();
        assertThat(chunk.bytes()).isEqualTo(frame);
      }
    }
  }

  @Test
  void controlMessagesDamagedInAnyWayAreDecoded() {
    Random random = new Random(42);
    List<byte[]> seeds = new ArrayList<>();
    Messages.fromPhone().values().forEach(known -> seeds.add(ControlCodec.PHONE.encode(known)));
    Messages.fromAgent().values().forEach(known -> seeds.add(ControlCodec.AGENT.encode(known)));
    for (int i = 0; i < ROUNDS; i++) {
      byte[] damaged = damage(seeds.get(random.nextInt(seeds.size())), random);
      assertThat(ControlCodec.PHONE.decode(damaged)).isNotNull();
      assertThat(ControlCodec.AGENT.decode(damaged)).isNotNull();
    }
  }

  @Test
  void recordsOfAnyBytesAreJoinedOrBroken() {
    Random random = new Random(3);
    ControlRecords records = new ControlRecords(ControlRecords.MOST_FROM_PHONE);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] record = bytes(random, random.nextInt(64));
      if (record.length > 0) {
        record[0] = (byte) random.nextInt(3);
      }
      assertThat(records.add(record)).isNotNull();
    }
  }

  @Test
  void handshakesAndFragmentsOfAnyBytesAreRefused() {
    Random random = new Random(5);
    byte[] key = bytes(random, 32);
    for (int i = 0; i < 500; i++) {
      byte[] message = bytes(random, random.nextInt(120));
      assertThat(NoiseResponder.read(message, key, key, new byte[0])).isEmpty();
      String text = new String(message, ISO_8859_1);
      assertThat(JoinCode.parse(text)).isEmpty();
    }
  }

  private static byte[] damage(byte[] message, Random random) {
    byte[] damaged = message.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> damaged[at] = (byte) "{}[]\",:-0e9\\u".charAt(random.nextInt(13));
        default -> damaged = Arrays.copyOf(damaged, Math.max(1, at));
      }
    }
    return damaged;
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
