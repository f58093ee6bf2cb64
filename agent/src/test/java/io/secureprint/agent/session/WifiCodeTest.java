// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.client.result.ResultParser;
import com.google.zxing.client.result.WifiParsedResult;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.stream.Collectors;

final class WifiCodeTest {
  /// The signs that the form is made of, among those that are not.
  private static final int[] SIGNS = "\\;,:\"SPTHWIFI: aZ9é हि🖨".codePoints().toArray();

  @Test
  void theSignsOfTheFormAreEscaped() {
    assertThat(WifiCode.of("A;B", "12\\34:56")).isEqualTo("WIFI:T:WPA;S:A\\;B;P:12\\\\34\\:56;;");
    assertThat(WifiCode.of("\"Open, here\"", "")).isEqualTo("WIFI:T:nopass;S:\\\"Open\\, here\\\";;");
  }

  @Test
  void aPhoneReadsWhatTheShopTyped() {
    Random random = new Random(20_261_121);
    for (int round = 0; round < 5_000; round++) {
      String name = "n" + text(random, 31);
      String password = random.nextInt(4) == 0 ? "" : "p" + text(random, 62);
      WifiParsedResult read = read(WifiCode.of(name, password));

      assertThat(read.getSsid()).as("round %d", round).isEqualTo(name);
      assertThat(read.getPassword()).as("round %d", round).isEqualTo(password.isEmpty() ? null : password);
      assertThat(read.getNetworkEncryption()).isEqualTo(password.isEmpty() ? "nopass" : "WPA");
    }
  }

  @Test
  void aNameHasAsManyBytesAsTheAirHasRoomFor() {
    assertThat(WifiCode.isName("x".repeat(32))).isTrue();
    assertThat(WifiCode.isName("x".repeat(33))).isFalse();
    assertThat(WifiCode.isName("आ".repeat(10))).isTrue();
    assertThat(WifiCode.isName("आ".repeat(11))).isFalse();
    assertThat(WifiCode.isName("two\nlines")).isFalse();
  }

  @Test
  void aPasswordIsAPhraseOrAKey() {
    assertThat(WifiCode.isPassword("")).isTrue();
    assertThat(WifiCode.isPassword("12345678")).isTrue();
    assertThat(WifiCode.isPassword("1234567")).isFalse();
    assertThat(WifiCode.isPassword("x".repeat(63))).isTrue();
    assertThat(WifiCode.isPassword("f".repeat(64))).isTrue();
    assertThat(WifiCode.isPassword("x".repeat(64))).isFalse();
    assertThat(WifiCode.isPassword("पासवर्ड है")).isFalse();
  }

  private static WifiParsedResult read(String code) {
    return (WifiParsedResult)
        ResultParser.parseResult(new Result(code, null, null, BarcodeFormat.QR_CODE));
  }

  private static String text(Random random, int most) {
    return random
        .ints(random.nextInt(most), 0, SIGNS.length)
        .mapToObj(at -> Character.toString(SIGNS[at]))
        .collect(Collectors.joining());
  }
}
