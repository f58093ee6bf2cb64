// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

final class SealedStreamTest {
  private final Properties vectors = vectors();
  private final SealedStream stream =
      new SealedStream(new StreamKey(bytes("key"), bytes("nonce")));

  @Test
  void sealsAsThePublishedVectorsDo() {
    byte[] first = new byte[SealedStream.CHUNK];
    for (int i = 0; i < first.length; i++) {
      first[i] = (byte) (7 * i);
    }
    byte[] sealed = stream.seal(0, false, first, 0, first.length);
    assertThat(sealed).hasSize(Integer.parseInt(vectors.getProperty("chunk0_len")));
    assertThat(Arrays.copyOfRange(sealed, sealed.length - 32, sealed.length))
        .isEqualTo(bytes("chunk0_last32"));
    byte[] end = vectors.getProperty("chunk1_final_clear").getBytes(StandardCharsets.US_ASCII);
    assertThat(stream.seal(1, true, end, 0, end.length)).isEqualTo(bytes("chunk1_final"));
  }

  @Test
  void derivesThePublishedPayloadKey() throws Exception {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(bytes("payload_key"), "ChaCha20"),
        new IvParameterSpec(new byte[12]));
    assertThat(stream.seal(0, false, new byte[9], 0, 9)).isEqualTo(cipher.doFinal(new byte[9]));
  }

  @Test
  void opensAnyChunkByItsNumber() {
    byte[] clear = new byte[SealedStream.CHUNK];
    assertThat(stream.open(1, true, bytes("chunk1_final"), clear)).hasValue(3);
    assertThat(new String(clear, 0, 3, StandardCharsets.US_ASCII)).isEqualTo("end");
  }

  @Test
  void refusesAnotherPlaceAnotherEndAndAnyChangedByte() {
    byte[] sealed = bytes("chunk1_final");
    byte[] clear = new byte[SealedStream.CHUNK];
    assertThat(stream.open(0, true, sealed, clear)).isEmpty();
    assertThat(stream.open(1, false, sealed, clear)).isEmpty();
    assertThat(stream.open(1, true, Arrays.copyOf(sealed, sealed.length - 1), clear)).isEmpty();
    assertThat(stream.open(1, true, new byte[0], clear)).isEmpty();
    assertThat(stream.open(1, true, new byte[SealedStream.CHUNK + 17], clear)).isEmpty();
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(stream.open(1, true, changed, clear)).isEmpty();
    }
    assertThat(clear).containsOnly(0);
  }

  @Test
  void refusesChunksThatTheFormatCannotHold() {
    byte[] clear = new byte[SealedStream.CHUNK + 1];
    assertThatThrownBy(() -> stream.seal(0, true, clear, 0, clear.length))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> stream.seal(-1, true, clear, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsChunks() {
    assertThat(SealedStream.chunks(0)).isOne();
    assertThat(SealedStream.chunks(65_536)).isOne();
    assertThat(SealedStream.chunks(65_537)).isEqualTo(2);
  }

  private byte[] bytes(String name) {
    return HexFormat.of().parseHex(vectors.getProperty(name));
  }

  private static Properties vectors() {
    try (InputStream in =
        SealedStreamTest.class.getResourceAsStream("/vectors/sealed-stream.properties")) {
      Properties vectors = new Properties();
      vectors.load(Objects.requireNonNull(in));
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
