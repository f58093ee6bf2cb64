// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.observe.Health.About;
import io.secureprint.agent.observe.Health.Fact;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HealthWordsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "cups | a print queue of this PC | इस पीसी की प्रिंट क़तार",
    "javax | a print queue of this PC | इस पीसी की प्रिंट क़तार",
    "ipp | the network, straight to it | नेटवर्क से सीधे",
    "folder | PDF files in a folder | फ़ोल्डर में PDF फ़ाइलें"
  })
  void theWayToAPrinterIsToldInWords(String path, String english, String hindi) {
    Fact fact = new Fact(About.WAY, path);
    assertThat(HealthWords.value(fact, Messages.in(Language.ENGLISH))).isEqualTo(english);
    assertThat(HealthWords.value(fact, Messages.in(Language.HINDI))).isEqualTo(hindi);
  }
}
