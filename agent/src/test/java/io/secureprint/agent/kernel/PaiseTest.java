// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PaiseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|₹0.00", "5|₹0.05", "1250|₹12.50", "85500|₹855.00", "12500000|₹1,25,000.00",
        "1000000000|₹1,00,00,000.00", "99999999|₹9,99,999.99"
      })
  void amountsAreWrittenAsInIndia(long paise, String text) {
    assertThat(new Paise(paise).inRupees()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "49,0", "50,100", "100,100", "1249,1200", "1250,1300"})
  void cashGoesToTheNearestRupee(long paise, long cash) {
    assertThat(new Paise(paise).roundedToRupee()).isEqualTo(new Paise(cash));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0", "2,200", "2.5,250", "2.50,250", "₹2.50,250", "₹ 2,200", "' 0.05 ',5", "२.५०,250",
    "₹१२,1200", "10000000,1000000000"
  })
  void amountsAreReadAsPeopleTypeThem(String typed, long paise) {
    assertThat(Paise.ofRupees(typed)).contains(new Paise(paise));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "₹", "-2", "+2", "2.", ".5", "2.505", "2,50", "1,000", "2 50", "2e3", "2.5.0", "Rs 2",
        "٢", "２", "10000000.01", "99999999", "999999999"
      })
  void whatIsNoAmountIsNotGuessedAt(String typed) {
    assertThat(Paise.ofRupees(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Paise.MAX + 1, Long.MIN_VALUE, Long.MAX_VALUE})
  void impossibleAmountsAreRefused(long paise) {
    assertThatThrownBy(() -> new Paise(paise)).isInstanceOf(IllegalArgumentException.class);
  }
}
