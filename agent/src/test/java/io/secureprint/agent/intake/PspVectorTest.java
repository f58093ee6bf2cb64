// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.intake.NoiseInitiator.Answered;
import io.secureprint.agent.intake.NoiseResponder.Answer;
import io.secureprint.driver.api.SealedStream;
import io.secureprint.driver.api.StreamKey;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/// Join code and handshake against the vectors that the TypeScript side shares.
class PspVectorTest {
  private static final Vectors VECTORS = Vectors.load("psp1-vectors.json");

  private final JoinCode code = new JoinCode(VECTORS.bytes("s_pub"), VECTORS.bytes("psk16"));
  private final byte[] prologue = Prologue.of(0, "192.168.1.23:48631", code.sid());

  @Test
  void theJoinCodeIsTheVectors() {
    assertThat(X25519.publicKey(VECTORS.bytes("s_priv"))).isEqualTo(VECTORS.bytes("s_pub"));
    assertThat(code.fragment()).isEqualTo(VECTORS.text("qr_fragment"));
    assertThat(VECTORS.text("url")).endsWith("#" + code.fragment());
    assertThat(code.psk()).isEqualTo(VECTORS.bytes("psk32"));
    assertThat(code.sid().bytes()).isEqualTo(VECTORS.bytes("sid"));
    assertThat(code.sid()).hasToString(VECTORS.text("sid"));
    assertThat(prologue).isEqualTo(VECTORS.bytes("prologue"));
  }

  @Test
  void theFragmentReadsBack() {
    JoinCode read = JoinCode.parse(VECTORS.text("qr_fragment")).orElseThrow();
    assertThat(read.publicKey()).isEqualTo(VECTORS.bytes("s_pub"));
    assertThat(read.secret()).isEqualTo(VECTORS.bytes("psk16"));
  }

  @Test
  void aForeignFragmentIsNoJoinCode() {
    String fragment = VECTORS.text("qr_fragment");
    assertThat(JoinCode.parse("")).isEmpty();
    assertThat(JoinCode.parse("not base64!")).isEmpty();
    assertThat(JoinCode.parse(fragment.substring(2))).isEmpty();
    assertThat(JoinCode.parse("B" + fragment.substring(1))).isEmpty();
  }

  @Test
  void theHandshakeIsTheVectors() {
    byte[] hello = VECTORS.text("msg1_payload").getBytes(UTF_8);
    NoiseInitiator phone =
        new NoiseInitiator(code.publicKey(), code.psk(), prologue, VECTORS.bytes("e_init"));
    assertThat(phone.hello(hello)).isEqualTo(VECTORS.bytes("msg1"));
    NoiseResponder agent =
        NoiseResponder.read(
                VECTORS.bytes("msg1"), VECTORS.bytes("s_priv"), code.psk(), prologue)
            .orElseThrow();
    assertThat(agent.payload()).isEqualTo(hello);
    byte[] resumePsk = VECTORS.bytes("msg2_payload_resume_psk");
    Answer answer = agent.answer(VECTORS.bytes("e_resp"), resumePsk).orElseThrow();
    assertThat(answer.message()).isEqualTo(VECTORS.bytes("msg2"));
    Answered answered = phone.answered(answer.message()).orElseThrow();
    assertThat(answered.payload()).isEqualTo(resumePsk);
    for (NoiseChannel side : new NoiseChannel[] {answered.channel(), answer.channel()}) {
      assertThat(side.handshakeHash()).isEqualTo(VECTORS.bytes("handshake_hash"));
      assertThat(side.sas()).isEqualTo(VECTORS.text("sas"));
    }
    byte[] record = answered.channel().seal(VECTORS.text("c2s_record0_pt").getBytes(UTF_8));
    assertThat(record).isEqualTo(VECTORS.bytes("c2s_record0"));
    assertThat(answer.channel().open(record)).isPresent();
  }

  @Test
  void sealedChunksAreTheVectors() {
    byte[] key = VECTORS.bytes("seg_key");
    byte[] nonce = VECTORS.bytes("seg_nonce16");
    assertThat(Hkdf.derive(nonce, key, "payload".getBytes(UTF_8), 32))
        .isEqualTo(VECTORS.bytes("payload_key"));
    SealedStream stream = new SealedStream(new StreamKey(key, nonce));
    byte[] clear = new byte[SealedStream.CHUNK];
    for (int i = 0; i < clear.length; i++) {
      clear[i] = (byte) (i * 7);
    }
    byte[] first = stream.seal(0, false, clear, 0, clear.length);
    assertThat(first).hasSize(Integer.parseInt(VECTORS.text("chunk0_len")));
    assertThat(first).hasSize(PhoneFrame.CHUNK_BYTES);
    assertThat(Arrays.copyOfRange(first, first.length - 32, first.length))
        .isEqualTo(VECTORS.bytes("chunk0_last32"));
    byte[] end = VECTORS.text("chunk1_final_pt").getBytes(UTF_8);
    assertThat(stream.seal(1, true, end, 0, end.length))
        .isEqualTo(VECTORS.bytes("chunk1_final"));
  }
}
