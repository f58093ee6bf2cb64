// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.kernel.Paise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;

/// The vectors of `payments.md` 1.2 and the rules of 1.3.
final class UpiLinkTest {
  @Test
  void aLinkIsWrittenAsTheSpecificationHasIt() {
    UpiLink.Payee asha =
        new UpiLink.Payee(new Vpa("shop.xerox@okhdfcbank"), "Asha Xerox & Print", null);
    assertThat(UpiLink.of(asha, null, "PJ-7K3M-0042", new Paise(1_250)))
        .isEqualTo(
            "upi://pay?pa=shop.xerox@okhdfcbank&pn=Asha%20Xerox%20%26%20Print"
                + "&tn=PJ-7K3M-0042&am=12.50&cu=INR");
  }

  @Test
  void aHindiNameIsComposedAndEncodedByByte() {
    String name = Normalizer.normalize("अशा ज़ेरॉक्स", Normalizer.Form.NFD);
    UpiLink.Payee asha = new UpiLink.Payee(new Vpa("rzr.qrshop@icici"), name, "7338");
    assertThat(UpiLink.of(asha, "PJ7K3M0042", "PJ 7K3M #42", new Paise(199)))
        .isEqualTo(
            "upi://pay?pa=rzr.qrshop@icici&pn=%E0%A4%85%E0%A4%B6%E0%A4%BE%20%E0%A4%9C%E0%A4%BC"
                + "%E0%A5%87%E0%A4%B0%E0%A5%89%E0%A4%95%E0%A5%8D%E0%A4%B8&mc=7338&tr=PJ7K3M0042"
                + "&tn=PJ%207K3M%20%2342&am=1.99&cu=INR");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.01", "5, 0.05", "99, 0.99", "100, 1.00", "101, 1.01", "1250, 12.50", "123456789, 1234567.89"
  })
  void amountsAreRupeesWithTwoDecimals(long paise, String rupees) {
    assertThat(UpiLink.rupees(new Paise(paise))).isEqualTo(rupees);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shop.Xerox@okHDFCbank", " a1@upi ", "9876543210@ybl", "a-b_c.d@bank2"})
  void addressesAreTakenInAnyCase(String typed) {
    assertThat(Vpa.parse(typed)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "@upi", "a@upi", "shop@", "shop@1upi", "shop upi", "shоp@upi", "a@b@c", "shop@upi?am=1"})
  void whatIsNoAddressIsRefused(String typed) {
    assertThat(Vpa.parse(typed)).isEmpty();
  }
}
