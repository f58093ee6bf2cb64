// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

final class SuppliesTest {
  private static final String INK =
      "class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=%s;level=%s;";

  @Test
  void isReadAsAShareOfWhatFitsIn() {
    assertThat(read(INK.formatted(2_000, 500), "Toner")).containsExactly(new Supply("Toner", 25));
    assertThat(read(INK.formatted(100, 130), "Toner")).containsExactly(new Supply("Toner", 100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "level=50;maxcapacity=100;", "class=supplyThatIsConsumed;level=-2;maxcapacity=100;",
        "class=supplyThatIsConsumed;level=50;maxcapacity=0;",
        "class=supplyThatIsConsumed;level=99999999999;maxcapacity=100;",
        "class=receptacleThatIsFilled;level=50;maxcapacity=100;"
      })
  void whatIsNotKnownIsNotTold(String said) {
    assertThat(read(said, "Toner")).isEmpty();
  }

  @Test
  void aNameIsOneShortLine() {
    assertThat(read(INK.formatted(100, 1), "Toner\n" + "x".repeat(200)).getFirst().name())
        .startsWith("Toner x")
        .hasSize(40);
  }

  private static List<Supply> read(String supply, String name) {
    byte[] bytes = supply.getBytes(StandardCharsets.US_ASCII);
    return Supplies.read(
        new IppMessage.Group(
            4,
            List.of(
                IppAttribute.of("printer-supply", new IppValue.Other(0x30, bytes)),
                IppAttribute.of("printer-supply-description", IppValue.name(name)))));
  }
}
