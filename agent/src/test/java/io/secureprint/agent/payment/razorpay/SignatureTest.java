// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The vectors of `payments.md` 7, and its list of what must be refused.
final class SignatureTest {
  private static final byte[] SECRET = "whsec_test_9f3b2c".getBytes(UTF_8);
  private static final String VALID =
      "cc2d6d3f3e5de3174181f40ac20824ae277fbd0363ba85453e47f562c47d8fa7";

  @Test
  void theSdksOwnVectorFits() {
    assertThat(
            Signature.fits(
                "{\"a\":1,\"b\":2,\"c\":{\"d\":3}}".getBytes(UTF_8),
                List.of("2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc"),
                List.of("123456".getBytes(UTF_8))))
        .isTrue();
  }

  @Test
  void aMessageFitsAsItCameInEitherCase() throws IOException {
    assertThat(fits(credited(), VALID)).isTrue();
    assertThat(fits(credited(), VALID.toUpperCase(Locale.ROOT))).isTrue();
    byte[] hindi =
        HexFormat.of()
            .parseHex("7b226e6f7465223a22e282b931322e353020e0a4b9e0a4bfe0a4a8e0a58de0a4a6e0a580227d");
    assertThat(fits(hindi, "e37438d3aacad7cf7371cdb9e6b98d2bb8d555984d90ecfe000d2f058b4b9bbb"))
        .isTrue();
  }

  @Test
  void theSecretBeforeThePresentOneStillFits() throws IOException {
    assertThat(
            Signature.fits(credited(), List.of(VALID), List.of("new".getBytes(UTF_8), SECRET)))
        .isTrue();
  }

  @Test
  void whatIsNotTheBytesThatWereSignedIsRefused() throws IOException {
    byte[] credited = credited();
    assertThat(fits(credited, "ed9b6fca26926a4c4af317d2d4588af61758ddca8612d0d2a62684f2423c70bb"))
        .isFalse();
    assertThat(fits(Arrays.copyOf(credited, credited.length + 1), VALID)).isFalse();
    assertThat(fits(Arrays.copyOf(credited, credited.length - 1), VALID)).isFalse();
    assertThat(
            fits(
                new byte[0], "a0af7f722a9e6a045c86fdbbaeb1caf89ccfaeb0120578d4d5c7960be00667bd"))
        .isFalse();
    assertThat(fits(new byte[(1 << 20) + 1], VALID)).isFalse();
  }

  @Test
  void whatIsNoSignatureIsRefused() throws IOException {
    byte[] body = credited();
    assertThat(Signature.fits(body, List.of(), List.of(SECRET))).isFalse();
    assertThat(Signature.fits(body, List.of(VALID, VALID), List.of(SECRET))).isFalse();
    assertThat(fits(body, "")).isFalse();
    assertThat(fits(body, VALID.substring(1))).isFalse();
    assertThat(fits(body, VALID + "00")).isFalse();
    assertThat(fits(body, VALID.replace('c', 'g'))).isFalse();
    assertThat(fits(body, "zi1tPz5d4xdBgfQKwggkrid/vQNjuoVFPkf1YsR9j6c=")).isFalse();
  }

  @Test
  void withoutASecretNothingFits() throws IOException {
    assertThat(Signature.fits(credited(), List.of(VALID), List.of())).isFalse();
    assertThat(Signature.fits(credited(), List.of(VALID), List.of(new byte[0]))).isFalse();
    assertThat(Signature.fits(credited(), List.of(VALID), List.of("wrong".getBytes(UTF_8))))
        .isFalse();
  }

  static byte[] credited() throws IOException {
    try (var in =
        SignatureTest.class.getResourceAsStream("/vectors/payment/rzp_qr_credited.json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static boolean fits(byte[] body, String signature) {
    return Signature.fits(body, List.of(signature), List.of(SECRET));
  }
}
