// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.practice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.intake.Vectors;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/// Sealed streams against the shared vectors.
class SealedStreamTest {
  private static final Vectors VECTORS = Vectors.load("psp1-vectors.json");

  private final SealedStream stream =
      new SealedStream(VECTORS.bytes("seg_key"), VECTORS.bytes("seg_nonce16"));

  @Test
  void thePayloadKeyIsTheVectors() {
    assertThat(stream.payloadKey()).isEqualTo(VECTORS.bytes("payload_key"));
  }

  @Test
  void theChunksAreTheVectors() {
    byte[] full = stream.seal(0, false, firstChunk());
    assertThat(full).hasSize(Integer.parseInt(VECTORS.text("chunk0_len")));
    assertThat(Arrays.copyOfRange(full, full.length - 32, full.length))
        .isEqualTo(VECTORS.bytes("chunk0_last32"));
    byte[] end = stream.seal(1, true, VECTORS.text("chunk1_final_pt").getBytes(UTF_8));
    assertThat(end).isEqualTo(VECTORS.bytes("chunk1_final"));
  }

  @Test
  void aChunkOpensOnlyInItsPlaceAndUndamaged() {
    byte[] end = VECTORS.bytes("chunk1_final");
    assertThat(stream.open(1, true, end)).hasValue("end".getBytes(UTF_8));
    assertThat(stream.open(1, false, end)).isEmpty();
    assertThat(stream.open(2, true, end)).isEmpty();
    end[0] ^= 1;
    assertThat(stream.open(1, true, end)).isEmpty();
  }

  @Test
  void theLastChunkIsPaddedWithZeros() {
    byte[] document = new byte[SealedStream.CHUNK_BYTES + 3];
    Arrays.fill(document, (byte) 7);
    assertThat(SealedStream.chunks(document.length)).isEqualTo(2);
    byte[] last = SealedStream.padded(document, 1);
    assertThat(last).hasSize(SealedStream.CHUNK_BYTES).startsWith(7, 7, 7, 0);
  }

  private static byte[] firstChunk() {
    byte[] clear = new byte[SealedStream.CHUNK_BYTES];
    for (int i = 0; i < clear.length; i++) {
      clear[i] = (byte) (i * 7);
    }
    return clear;
  }
}
